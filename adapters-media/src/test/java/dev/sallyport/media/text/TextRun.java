package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One rebuild of a text and what came of it. */
record TextRun(Rebuilt result, String text) {
  static TextRun text(String text) throws IOException {
    return text(text.getBytes(StandardCharsets.UTF_8), SanitizationPolicy.defaults());
  }

  static TextRun text(byte[] bytes, SanitizationPolicy policy) throws IOException {
    return of(new TextRebuilder(), FileType.TEXT, bytes, policy);
  }

  static TextRun json(String text) throws IOException {
    return json(text, SanitizationPolicy.defaults());
  }

  static TextRun json(String text, SanitizationPolicy policy) throws IOException {
    return of(new JsonRebuilder(), FileType.JSON, text.getBytes(StandardCharsets.UTF_8), policy);
  }

  static TextRun of(
      ContentRebuilder rebuilder, FileType type, byte[] bytes, SanitizationPolicy policy)
      throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
    Rebuilt result = rebuilder.rebuild(new BytesContent(bytes), type, policy, deadline, sink);
    return new TextRun(result, sink.toString(StandardCharsets.UTF_8));
  }

  Map<Removal.Kind, Long> removed() {
    assertThat(result).isInstanceOf(Rebuilt.Done.class);
    return ((Rebuilt.Done) result)
        .verdict().removed().stream().collect(Collectors.toMap(Removal::kind, Removal::count));
  }

  ReasonCode reason() {
    assertThat(result).isInstanceOf(Rebuilt.Refused.class);
    return ((Rebuilt.Refused) result).reason();
  }
}
