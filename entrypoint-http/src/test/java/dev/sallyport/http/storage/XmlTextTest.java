package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

final class XmlTextTest {
  @Test
  void markupStaysText() {
    StringBuilder xml = new StringBuilder();

    XmlText.element(xml, "M", "<a b='c'>&\"</a>]]>");

    assertThat(xml).hasToString("<M>&lt;a b=&apos;c&apos;&gt;&amp;&quot;&lt;/a&gt;]]&gt;</M>");
  }

  @Test
  void anyTextMakesADocument() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append((char) random.nextInt(i % 2 == 0 ? 0x80 : 0x10000));
    }
    StringBuilder xml = new StringBuilder();
    XmlText.element(xml, "M", text.toString());
    byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);

    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes))
            .getDocumentElement();

    assertThat(root.getChildNodes().getLength()).as("seed %d", seed).isEqualTo(1);
  }
}
