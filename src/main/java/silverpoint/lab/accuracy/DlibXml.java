package silverpoint.lab.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import silverpoint.foundation.geometry.Box;
import silverpoint.foundation.geometry.Point;

/** dlib's image data sets, with the 68 points of 300-W where they are marked. */
final class DlibXml {
  private static final int POINTS = 68;

  private DlibXml() {}

  static Map<String, List<FaceLabel>> read(Path file) throws IOException {
    Map<String, List<FaceLabel>> byPicture = new LinkedHashMap<>();
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // the default one writes to the terminal
      builder.setErrorHandler(new DefaultHandler());
      NodeList images = builder.parse(file.toFile()).getElementsByTagName("image");
      for (Element image : elements(images)) {
        List<FaceLabel> faces = new ArrayList<>();
        for (Element box : elements(image.getElementsByTagName("box"))) {
          faces.add(face(box));
        }
        byPicture.put(image.getAttribute("file"), faces);
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException("this is no dlib data set: " + e.getMessage(), e);
    }
    return byPicture;
  }

  private static FaceLabel face(Element box) {
    SortedMap<Integer, Point> marks = new TreeMap<>();
    for (Element part : elements(box.getElementsByTagName("part"))) {
      marks.put(
          Integer.parseInt(part.getAttribute("name")),
          new Point(number(part, "x"), number(part, "y")));
    }
    List<Point> keyPoints =
        marks.size() < POINTS
            ? List.of()
            : List.of(
                middle(marks, 36, 42), middle(marks, 42, 48), marks.get(30), middle(marks, 48, 68));
    return new FaceLabel(
        new Box(
            number(box, "left"), number(box, "top"), number(box, "width"), number(box, "height")),
        keyPoints,
        box.getAttribute("ignore").equals("1"));
  }

  private static Point middle(SortedMap<Integer, Point> marks, int from, int to) {
    double x = 0;
    double y = 0;
    for (Point mark : marks.subMap(from, to).values()) {
      x += mark.x() / (to - from);
      y += mark.y() / (to - from);
    }
    return new Point(x, y);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
