package dev.sallyport.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What Surefire or Failsafe wrote of one test class.
 *
 * @param className without its package; a nested class counts for the outermost
 * @param run tests that were not skipped
 * @param failed failures and errors among them
 * @see <a
 *     href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">schema</a>
 */
record SuiteReport(String className, int run, int failed) {
  static SuiteReport read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (XMLStreamException e) {
      throw new IOException("not a test report: " + file, e);
    }
  }

  static SuiteReport read(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    xml.nextTag();
    if (!xml.getLocalName().equals("testsuite")) {
      throw new XMLStreamException("begins with " + xml.getLocalName());
    }
    String name = xml.getAttributeValue(null, "name");
    return new SuiteReport(
        name.replaceFirst("\\$.*", "").replaceFirst(".*\\.", ""),
        number(xml, "tests") - number(xml, "skipped"),
        number(xml, "failures") + number(xml, "errors"));
  }

  private static int number(XMLStreamReader xml, String attribute) {
    return Integer.parseInt(xml.getAttributeValue(null, attribute));
  }
}
