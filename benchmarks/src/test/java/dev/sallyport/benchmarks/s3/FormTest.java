package dev.sallyport.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.shared.ObjectKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class FormTest {
  @Test
  void lineIsReadAsItWasWritten() {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    fields.put("policy", "a b+c/d==&x=y\nz");
    fields.put("key", "k");
    Form form = new Form(new ObjectKey("k/1"), URI.create("http://127.0.0.1:1/b"), fields);

    Form read = Form.parse(form.line());

    assertThat(read).isEqualTo(form);
    assertThat(read.fields().keySet()).containsExactly("policy", "key");
  }
}
