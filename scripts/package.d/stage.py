"""Lays out the installed program: jars, native libraries flat in two folders, licences and the bill of materials.

Usage: stage.py ARCHITECTURE JARS BOM ROOT, with the runtime class path's jars in the folder JARS and Maven's CycloneDX file BOM.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(HERE))

# how each library's jar names an architecture
JAVACPP = {"amd64": "linux-x86_64", "arm64": "linux-arm64"}
DJL = {"amd64": "linux-x86_64", "arm64": "linux-aarch64"}
SQLITE = {"amd64": "Linux/x86_64", "arm64": "Linux/aarch64"}
JNA = {"amd64": "linux-x86-64", "arm64": "linux-aarch64"}

# what the program's classes load; all else is kept only where these need it
LOADED = re.compile(
    r"libjni(javacpp|openblas|openblas_nolapack|(opencv_(core|imgproc|imgcodecs|objdetect|dnn|calib3d|features2d|flann))"
    r"|avutil|avcodec|avformat|avfilter|avdevice|swscale|swresample)\.so|ffmpeg"
)
CASCADE = "share/opencv4/haarcascades/haarcascade_frontalface_default.xml"
LICENCE = re.compile(r"(^|/)(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING|COPYRIGHT)[^/]*$", re.IGNORECASE)


def jars_of(folder, pattern):
    return sorted(os.path.join(folder, name) for name in os.listdir(folder) if re.fullmatch(pattern, name))


def only(folder, pattern):
    found = jars_of(folder, pattern)
    if len(found) != 1:
        sys.exit(f"package: {len(found)} jars in {folder} are called {pattern}")
    return found[0]


def extract(jar, entry, target):
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with zipfile.ZipFile(jar) as archive, archive.open(entry) as source, open(target, "wb") as file:
        shutil.copyfileobj(source, file)


def needed(file):
    """The libraries that an ELF file names."""
    said = subprocess.run(["readelf", "-d", file], capture_output=True, text=True, check=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.*)\]", said)


def bytedeco(architecture, jars, lib):
    """The libraries of JavaCV, all in one folder, where they find each other."""
    target = os.path.join(lib, "native")
    platform = JAVACPP[architecture]
    for jar in jars_of(jars, rf"(javacpp|opencv|openblas|ffmpeg)-.*-{platform}\.jar"):
        with zipfile.ZipFile(jar) as archive:
            for entry in archive.namelist():
                name = entry.rsplit("/", 1)[-1]
                if re.fullmatch(rf"org/bytedeco/\w+/{platform}/([^/]+\.so[.\d]*|ffmpeg)", entry):
                    extract(jar, entry, os.path.join(target, name))
    there = set(os.listdir(target))
    wanted = {name for name in there if LOADED.fullmatch(name)}
    reached = set()
    while wanted:
        name = wanted.pop()
        reached.add(name)
        wanted |= (set(needed(os.path.join(target, name))) & there) - reached
    for name in there - reached:
        os.remove(os.path.join(target, name))
    # under this name too, OpenBLAS is asked for
    os.symlink("libopenblas.so.0", os.path.join(target, "libopenblas_nolapack.so.0"))
    os.chmod(os.path.join(target, "ffmpeg"), 0o755)
    opencv = only(jars, rf"opencv-.*-{platform}\.jar")
    entry = f"org/bytedeco/opencv/{platform}/{CASCADE}"
    with zipfile.ZipFile(opencv) as archive, zipfile.ZipFile(
        os.path.join(lib, "java", "opencv-cascade.jar"), "w", zipfile.ZIP_DEFLATED
    ) as small:
        small.writestr(zipfile.ZipInfo(entry, (1980, 1, 1, 0, 0, 0)), archive.read(entry))


def libtorch(architecture, jars, lib):
    target = os.path.join(lib, "torch")
    platform = DJL[architecture]
    native = only(jars, rf"pytorch-native-cpu-.*-{platform}\.jar")
    with zipfile.ZipFile(native) as archive:
        for entry in archive.namelist():
            if re.fullmatch(rf"pytorch/cpu/{platform}/[^/]+", entry):
                extract(native, entry, os.path.join(target, entry.rsplit("/", 1)[-1]))
    jni = only(jars, r"pytorch-jni-.*\.jar")
    djl = re.fullmatch(r"pytorch-jni-.*-([\d.]+)\.jar", os.path.basename(jni)).group(1)
    extract(jni, f"jnilib/{platform}/cpu/libdjl_torch.so", os.path.join(target, f"{djl}-libdjl_torch.so"))
    return re.fullmatch(r"pytorch-native-cpu-([\d.]+)-.*", os.path.basename(native)).group(1)


def others(architecture, jars, lib):
    target = os.path.join(lib, "native")
    sqlite = only(jars, r"sqlite-jdbc-.*\.jar")
    extract(sqlite, f"org/sqlite/native/{SQLITE[architecture]}/libsqlitejdbc.so", os.path.join(target, "libsqlitejdbc.so"))
    jna = only(jars, r"jna-\d.*\.jar")
    extract(jna, f"com/sun/jna/{JNA[architecture]}/libjnidispatch.so", os.path.join(target, "libjnidispatch.so"))


def licences(jars, target):
    """What the jars say of their licences; the texts that they leave out come from the folder beside the package's files."""
    for jar in jars_of(jars, r".*\.jar"):
        folder = os.path.join(target, os.path.basename(jar)[: -len(".jar")])
        with zipfile.ZipFile(jar) as archive:
            for entry in archive.namelist():
                if LICENCE.search(entry) and not entry.endswith((".class", "/")):
                    extract(jar, entry, os.path.join(folder, os.path.basename(entry)))
                elif "/share/licenses/" in entry and not entry.endswith("/"):
                    extract(jar, entry, os.path.join(folder, os.path.basename(entry)))
    for name in ("Apache-2.0", "GPL-3", "LGPL-3", "LGPL-2.1", "BSD"):
        text = os.path.join("/usr/share/common-licenses", name)
        if not os.path.exists(text):
            sys.exit(f"package: {text} is missing; every Debian has it")
        shutil.copyfile(text, os.path.join(target, name + ".txt"))
    own = os.path.join(HERE, "../../src/package/licences")
    for name in sorted(os.listdir(own)):
        shutil.copyfile(os.path.join(own, name), os.path.join(target, name))


def bill_of_materials(architecture, bom, target):
    """Maven knows the jars; what their native libraries hold is written down by hand."""
    with open(bom, encoding="utf-8") as file:
        bill = json.load(file)
    with open(os.path.join(HERE, "natives.json"), encoding="utf-8") as file:
        natives = json.load(file)
    added = [dict(one["component"]) for one in natives if architecture in one.get("architectures", [architecture])]
    bill["components"] += added
    known = {component["bom-ref"] for component in bill["components"]}
    for one in natives:
        ref = one["component"]["bom-ref"]
        if ref not in known:
            continue
        holders = [ref_of for ref_of in known if re.fullmatch(one["inside"], ref_of)]
        if not holders:
            sys.exit(f"package: nothing in the bill of materials is called {one['inside']}")
        for entry in bill["dependencies"]:
            if entry["ref"] in holders:
                entry["dependsOn"] = sorted(set(entry.get("dependsOn", [])) | {ref})
        bill["dependencies"].append({"ref": ref, "dependsOn": []})
    with open(target, "w", encoding="utf-8") as file:
        json.dump(bill, file, indent=1, sort_keys=True)
        file.write("\n")
    return bill


def third_party(bill, target):
    """One line a component: what it is called, and its licences."""
    with open(target, "w", encoding="utf-8") as file:
        for component in sorted(bill["components"], key=lambda one: (one.get("group", ""), one["name"], one["version"])):
            names = [
                choice.get("expression") or choice["license"].get("id") or choice["license"].get("name")
                for choice in component.get("licenses", [])
            ]
            name = ":".join(filter(None, (component.get("group"), component["name"], component["version"])))
            file.write(f"{name}: {' or '.join(names) if names else 'see its folder'}\n")


def main():
    architecture, jars, bom, root = sys.argv[1:]
    program = os.path.join(root, "opt/silverpoint")
    lib = os.path.join(program, "lib")
    os.makedirs(os.path.join(lib, "java"))
    os.makedirs(os.path.join(lib, "native"))
    bytedeco(architecture, jars, lib)
    version = libtorch(architecture, jars, lib)
    others(architecture, jars, lib)
    native = rf"(javacpp|opencv|openblas|ffmpeg)-.*-{JAVACPP[architecture]}\.jar|pytorch-native-cpu-.*\.jar"
    for jar in jars_of(jars, r".*\.jar"):
        if not re.fullmatch(native, os.path.basename(jar)):
            shutil.copyfile(jar, os.path.join(lib, "java", os.path.basename(jar)))
    documents = os.path.join(root, "usr/share/doc/silverpoint")
    os.makedirs(os.path.join(documents, "licences"))
    licences(jars, os.path.join(documents, "licences"))
    bill = bill_of_materials(architecture, bom, os.path.join(documents, "sbom.cdx.json"))
    third_party(bill, os.path.join(documents, "third-party.txt"))
    print(version)


main()
