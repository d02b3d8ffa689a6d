package silverpoint.picture.drawingfile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of an SVG with all inside it. Nothing outside the document is read: its document type
 * is skipped unread.
 *
 * @param name without a prefix
 * @param attributes by name, stripped; {@code xlink:href} counts as {@code href}
 * @param children of SVG's own; those of other vocabularies, such as an editor's notes, are left
 *     out
 */
record SvgElement(String name, Map<String, String> attributes, List<SvgElement> children) {
  private static final Set<String> SVG = Set.of("", "http://www.w3.org/2000/svg");
  private static final int HEAD_BYTES = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^\\W*<\\?xml\\s[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)");
  private static final Set<String> OWN = Set.of("", "http://www.w3.org/1999/xlink");

  /** The root of a document. */
  static SvgElement read(byte[] file) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(file)));
    SvgElement document = new SvgElement("", Map.of(), new ArrayList<>());
    Deque<SvgElement> open = new ArrayDeque<>(List.of(document));
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        SvgElement element = new SvgElement(xml.getLocalName(), attributes(xml), new ArrayList<>());
        if (SVG.contains(namespace(xml.getNamespaceURI()))) {
          open.element().children.add(element);
        }
        open.push(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      }
    }
    SvgElement root = document.children.isEmpty() ? document : document.children.getFirst();
    if (!root.name.equals("svg")) {
      throw new IllegalArgumentException("its root is <" + root.name + ">, not <svg>");
    }
    return root;
  }

  /** A parser that meets bytes of no letter would write to the terminal. */
  private static String text(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, HEAD_BYTES), ISO_8859_1);
    Matcher declared = ENCODING.matcher(head);
    String encoding = declared.find() ? declared.group(1) : "UTF-8";
    if (!Charset.isSupported(encoding)) {
      throw new IllegalArgumentException("nobody knows its encoding " + encoding);
    }
    String text = new String(file, Charset.forName(encoding));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = namespace(xml.getAttributeNamespace(i));
      String value = xml.getAttributeValue(i).strip();
      if (namespace.isEmpty()) {
        attributes.put(xml.getAttributeLocalName(i), value);
      } else if (OWN.contains(namespace)) {
        attributes.putIfAbsent(xml.getAttributeLocalName(i), value);
      }
    }
    return attributes;
  }

  private static String namespace(@Nullable String uri) {
    return uri == null ? "" : uri;
  }

  /** How much there is to read in its attributes. */
  int letters() {
    return attributes.values().stream().mapToInt(String::length).sum();
  }

  String attribute(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** A length in the units of its surroundings; 0 without one. */
  double number(String name) {
    String text = attribute(name).replaceAll("(px|mm|cm|in|pt|pc)$", "");
    return text.isEmpty() || text.endsWith("%") ? 0 : new SvgNumbers(text).next();
  }

  /** A property as the style attribute gives it, or as an attribute of its own. */
  String style(String property) {
    for (String declaration : attribute("style").split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0 && declaration.substring(0, colon).strip().equals(property)) {
        return declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      }
    }
    return attribute(property).toLowerCase(Locale.ROOT);
  }
}
