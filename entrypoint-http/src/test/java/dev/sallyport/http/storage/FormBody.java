package dev.sallyport.http.storage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes a multipart body byte by byte as a test wants it. */
final class FormBody {
  static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  FormBody raw(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  FormBody raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  FormBody field(String name, String value) {
    return raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n")
        .raw("\r\n" + value + "\r\n");
  }

  FormBody fields(Map<String, String> fields) {
    fields.forEach(this::field);
    return this;
  }

  FormBody file(byte[] content) {
    return fileHead("text/html").raw(content).raw("\r\n");
  }

  FormBody fileHead(String type) {
    return raw("--" + BOUNDARY + "\r\n")
        .raw("Content-Disposition: form-data; name=\"file\"; filename=\"a.html\"\r\n")
        .raw("Content-Type: " + type + "\r\n\r\n");
  }

  FormBody end() {
    return raw("--" + BOUNDARY + "--\r\n");
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
