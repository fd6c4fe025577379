package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes an error as S3 does (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">REST error
 * responses</a>); no body for HEAD.
 */
final class ErrorAnswer {
  private ErrorAnswer() {}

  static void send(
      HttpServletRequest request, HttpServletResponse response, S3Error error, String requestId)
      throws IOException {
    response.setStatus(error.httpStatus());
    if (error.httpStatus() == 503) {
      response.setHeader("Retry-After", "5");
    }
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    StringBuilder xml = new StringBuilder(512);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>");
    XmlText.element(xml, "Code", error.code());
    XmlText.element(xml, "Message", error.message());
    XmlText.element(xml, "Resource", request.getRequestURI());
    XmlText.element(xml, "RequestId", requestId);
    xml.append("</Error>");
    sendXml(response, xml);
  }

  static void sendXml(HttpServletResponse response, StringBuilder xml) throws IOException {
    byte[] body = xml.toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/xml");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
