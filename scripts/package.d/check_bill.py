"""Holds a bill of materials against CycloneDX's own schema, and asks for what must be in it.

Usage: check_bill.py CYCLONEDX_CORE_JAR BILL
"""

import json
import sys
import zipfile

import jsonschema


def main():
    jar, file = sys.argv[1:]
    with open(file, encoding="utf-8") as text:
        bill = json.load(text)
    with zipfile.ZipFile(jar) as archive:
        schemas = {
            schema["$id"]: schema
            for schema in (
                json.loads(archive.read(name))
                for name in (f"bom-{bill['specVersion']}.schema.json", "spdx.schema.json", "jsf-0.82.schema.json")
            )
        }
    main_schema = next(schema for name, schema in schemas.items() if "bom-" in name)
    resolver = jsonschema.RefResolver.from_schema(main_schema, store=schemas)
    wrong = list(jsonschema.Draft7Validator(main_schema, resolver=resolver).iter_errors(bill))
    for error in wrong[:10]:
        print(f"{file}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
    names = {component["name"] for component in bill["components"]}
    missing = {"libtorch", "FFmpeg", "OpenBLAS", "OpenCV", "SQLite", "jetty-server"} - names
    strangers = {name for name in names if "junit" in name or name in ("assertj-core", "playwright", "archunit")}
    for name in sorted(missing):
        print(f"{file}: {name} is missing")
    for name in sorted(strangers):
        print(f"{file}: {name} belongs to the tests")
    sys.exit(bool(wrong or missing or strangers))


main()
