package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/**
 * Forms and URLs that other people's signers made: boto3 1.43.11 (s3v4, path addressing, its clock
 * set to the first second of 29 December 2015) and the AWS SDK for Java 2.54.14, both with the
 * credentials of AWS's published examples.
 */
class OtherSignersTest {
  private static final Instant BOTO_NOW = Instant.parse("2015-12-29T00:00:10Z");
  private static final Instant SDK_NOW = Instant.parse("2026-11-21T08:12:00Z");
  private static final SigningCredentials SESSION =
      new SigningCredentials(
          "AKIAIOSFODNN7EXAMPLE",
          "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
          Optional.of(
              "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmx"
                  + "fpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGd"));

  private final SigningKeys keys = new SigningKeys();
  private final SequencedMap<String, String> fields = new LinkedHashMap<>();

  @Test
  void plainFormOfBoto3IsAccepted() {
    fields.put("key", "attachments/0001");
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", "20151229T000000Z");
    fields.put(
        "policy",
        "eyJleHBpcmF0aW9uIjogIjIwMTUtMTItMjlUMDE6MDA6MDBaIiwgImNvbmRpdGlvbnMiOiBbeyJidWNrZXQiOiAi"
            + "cXVhcmFudGluZSJ9LCB7ImtleSI6ICJhdHRhY2htZW50cy8wMDAxIn0sIHsieC1hbXotYWxnb3JpdGhtIjogIkFX"
            + "UzQtSE1BQy1TSEEyNTYifSwgeyJ4LWFtei1jcmVkZW50aWFsIjogIkFLSUFJT1NGT0ROTjdFWEFNUExFLzIwMTUx"
            + "MjI5L3VzLWVhc3QtMS9zMy9hd3M0X3JlcXVlc3QifSwgeyJ4LWFtei1kYXRlIjogIjIwMTUxMjI5VDAwMDAwMFoi"
            + "fV19");
    fields.put(
        "x-amz-signature", "6e701e9bd4caf9a33d1606d1612d3f37fbf6fe35aa378fcd12998903db4a99a2");

    assertThat(post(Samples.AWS_EXAMPLE).key()).isEqualTo("attachments/0001");
  }

  @Test
  void formOfBoto3WithConditionsIsAccepted() {
    fields.put("acl", "private");
    fields.put("Content-Type", "image/jpeg");
    fields.put("success_action_status", "201");
    fields.put("x-amz-meta-tag", "Gr\u00fc\u00dfe \"x\"");
    fields.put("key", "user/user1/${filename}");
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", "20151229T000000Z");
    fields.put(
        "policy",
        "eyJleHBpcmF0aW9uIjogIjIwMTUtMTItMjlUMDE6MDA6MDBaIiwgImNvbmRpdGlvbnMiOiBbeyJhY2wiOiAicHJp"
            + "dmF0ZSJ9LCBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5cGUiLCAiaW1hZ2UvIl0sIFsiZXEiLCAiJHN1Y2Nl"
            + "c3NfYWN0aW9uX3N0YXR1cyIsICIyMDEiXSwgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0s"
            + "IFsiY29udGVudC1sZW5ndGgtcmFuZ2UiLCAxLCAxMDQ4NTc2MF0sIHsiYnVja2V0IjogInF1YXJhbnRpbmUifSwg"
            + "WyJzdGFydHMtd2l0aCIsICIka2V5IiwgInVzZXIvdXNlcjEvIl0sIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQt"
            + "SE1BQy1TSEEyNTYifSwgeyJ4LWFtei1jcmVkZW50aWFsIjogIkFLSUFJT1NGT0ROTjdFWEFNUExFLzIwMTUxMjI5"
            + "L3VzLWVhc3QtMS9zMy9hd3M0X3JlcXVlc3QifSwgeyJ4LWFtei1kYXRlIjogIjIwMTUxMjI5VDAwMDAwMFoifV19");
    fields.put(
        "x-amz-signature", "fa0897803aaedffeebb1a4a913010ca119023df5c7a44b3e52599d7b179cc1b9");

    PostVerdict.Accepted accepted = post(Samples.AWS_EXAMPLE);
    assertThat(accepted.key()).isEqualTo("user/user1/photo.jpg");
    assertThat(accepted.minBytes()).isEqualTo(1);
    assertThat(accepted.maxBytes()).isEqualTo(10_485_760);
    assertThat(accepted.fields()).containsEntry("x-amz-meta-tag", "Gr\u00fc\u00dfe \"x\"");
  }

  @Test
  void formOfBoto3WithSessionTokenIsAccepted() {
    fields.put("key", "attachments/0002");
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
    fields.put("x-amz-date", "20151229T000000Z");
    fields.put(
        "x-amz-security-token",
        "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmx"
            + "fpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGd");
    fields.put(
        "policy",
        "eyJleHBpcmF0aW9uIjogIjIwMTUtMTItMjlUMDA6MDU6MDBaIiwgImNvbmRpdGlvbnMiOiBbeyJidWNrZXQiOiAi"
            + "cXVhcmFudGluZSJ9LCB7ImtleSI6ICJhdHRhY2htZW50cy8wMDAyIn0sIHsieC1hbXotYWxnb3JpdGhtIjogIkFX"
            + "UzQtSE1BQy1TSEEyNTYifSwgeyJ4LWFtei1jcmVkZW50aWFsIjogIkFLSUFJT1NGT0ROTjdFWEFNUExFLzIwMTUx"
            + "MjI5L3VzLWVhc3QtMS9zMy9hd3M0X3JlcXVlc3QifSwgeyJ4LWFtei1kYXRlIjogIjIwMTUxMjI5VDAwMDAwMFoi"
            + "fSwgeyJ4LWFtei1zZWN1cml0eS10b2tlbiI6ICJBUW9EWVhkekVQVC8vLy8vLy8vLy93RVhBTVBMRXRjNzY0Yk5y"
            + "QzlTQVBCU00yMndET2s0eDRISVo4ajRGWlR3ZFFXTFdzS1dIR0J1RnF3QWVNaWNSWG14ZnBTUGZJZW9JWVJxVGZs"
            + "ZktEOFlVdXd0aEF4N21TRUkvcWtQcEtQaS9rTWNHZCJ9XX0=");
    fields.put(
        "x-amz-signature", "ac859b4fc7d859d6ad7f25676e997be911400fd8d09019d313b5e2e321a8e250");

    assertThat(post(SESSION).key()).isEqualTo("attachments/0002");
  }

  @Test
  void readsOfBoto3AreAccepted() {
    String plain =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=4a88876a55"
            + "bdd69413e5fefb80de42e5d6857a0690c6974282efd2a0bf34e830";
    String awkward =
        "http://127.0.0.1:8080/storage/clean/a%20b/%C3%BC%2B~%281%29%2A%27%21/x%3Ay%40z%2C%3D%26%"
            + "24%3B%252F.txt?response-content-type=text%2Fplain%3B%20charset%3Dutf-8&response-content-"
            + "disposition=attachment%3B%20filename%3D%22a%20b%2Bc.txt%22%3B%20filename%2A%3DUTF-8%27%2"
            + "7%25C3%25BC&versionId=3%2FL4kqtJlcpXroDTDmJ%2BrmSpXd3dIbrHY&X-Amz-Algorithm=AWS4-HMAC-SH"
            + "A256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-"
            + "Amz-Date=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=37c"
            + "ff52bb21cde5a5c0045a7a013e3f30a289b25e48707935247bbd9a2a2620f";
    String head =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=8aee3a2d4d"
            + "ddda69c27620409b489973406600a260d879c5b3c3598778db96d7";
    String checksum =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host%3Bx-amz-checksum-mode&X-Am"
            + "z-Signature=e477299ea9e7d13dfd01f8ef0a158c7a8b48d4d41917197786bb18a1bb6dcb55";
    assertThat(boto("GET", plain, Map.of()).path()).isEqualTo("/storage/clean/attachments/0001");
    PresignedVerdict.Accepted accepted = boto("GET", awkward, Map.of());
    assertThat(accepted.path()).isEqualTo("/storage/clean/a b/\u00fc+~(1)*'!/x:y@z,=&$;%2F.txt");
    assertThat(accepted.parameters())
        .containsEntry("response-content-type", "text/plain; charset=utf-8")
        .containsEntry(
            "response-content-disposition",
            "attachment; filename=\"a b+c.txt\"; filename*=UTF-8''%C3%BC")
        .containsEntry("versionId", "3/L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY");
    assertThat(boto("HEAD", head, Map.of()).signedHeaders()).containsExactly("host");
    assertThat(boto("GET", checksum, Map.of("x-amz-checksum-mode", "ENABLED")).signedHeaders())
        .contains("x-amz-checksum-mode");
  }

  @Test
  void readOfBoto3WithSessionTokenIsAccepted() {
    String url =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Security-Token=AQoDY"
            + "XdzEPT%2F%2F%2F%2F%2F%2F%2F%2F%2F%2FwEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWH"
            + "GBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI%2FqkPpKPi%2FkMcGd&X-Amz-Signature=da3ef7"
            + "6de9bdd749fcccb46c2d92b942a4ccd9ba567d6c180e859954c895ce2d";
    assertThat(accepted("GET", url, Map.of(), SESSION, BOTO_NOW).accessKeyId())
        .isEqualTo("AKIAIOSFODNN7EXAMPLE");
  }

  @Test
  void writesOfBoto3AreAccepted() {
    String plain =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=6bddfd0d24"
            + "2582e541b6c78cfd66d664a02da8fdf8fe6e7c6c3f53fb7a97e328";
    String pinned =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20151229%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Dat"
            + "e=20151229T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-met"
            + "a-tag%3Bx-amz-server-side-encryption&X-Amz-Signature=b22abe739e62192c57215d62463c4a9e2b6"
            + "24315c218ddd193ce966f9f5454b3";
    assertThat(boto("PUT", plain, Map.of("Content-Length", "12")).contentSha256()).isEmpty();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "image/png",
            "x-amz-meta-tag",
            "v  1",
            "x-amz-server-side-encryption",
            "AES256");
    assertThat(boto("PUT", pinned, headers).signedHeaders()).hasSize(4);
  }

  @Test
  void urlsOfTheSdkForJavaAreAccepted() {
    String get =
        "http://127.0.0.1:8080/storage/clean/a%20b/%C3%BC%2B~%281%29%2A%27%21/x%3Ay%40z%2C%3D%26%"
            + "24%3B%252F.txt?response-content-disposition=attachment%3B%20filename%3D%22a%20b%2Bc.txt%"
            + "22&versionId=3%2FL4kqtJlcpXroDTDmJ%2BrmSpXd3dIbrHY&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Am"
            + "z-Date=20261121T081104Z&X-Amz-SignedHeaders=host%3Bx-amz-checksum-mode&X-Amz-Credential="
            + "AKIAIOSFODNN7EXAMPLE%2F20261121%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Expires=300&X-Amz-"
            + "Signature=d640d20629d65989b09adff4342ea4f340561d9d85d289c0084f6314d78f257b";
    String put =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Date=20261121T081105Z&X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bx-a"
            + "mz-meta-tag&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20261121%2Fus-east-1%2Fs3%2Faws4_req"
            + "uest&X-Amz-Expires=300&X-Amz-Signature=ac0dffbfff3dffb3380e4e7e1f8fd38a6408338ee15c60c6d"
            + "480df5570dafb2e";
    String head =
        "http://127.0.0.1:8080/storage/clean/attachments/0001?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-"
            + "Amz-Date=20261121T081105Z&X-Amz-SignedHeaders=host&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE"
            + "%2F20261121%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Expires=300&X-Amz-Signature=a697dae623"
            + "9c50cb9224a7fafa21f74885e1be5e6ebb22347e0d9adf12b42979";
    assertThat(sdk("GET", get, Map.of("x-amz-checksum-mode", "ENABLED")).parameters())
        .containsKey("versionId");
    Map<String, String> headers =
        Map.of("content-length", "12", "content-type", "image/png", "x-amz-meta-tag", "v  1");
    assertThat(sdk("PUT", put, headers).path()).isEqualTo("/storage/clean/attachments/0001");
    assertThat(sdk("HEAD", head, Map.of()).path()).isEqualTo("/storage/clean/attachments/0001");
  }

  private PostVerdict.Accepted post(SigningCredentials credentials) {
    PostForm form = PostForm.of("quarantine", fields, "C:\\photo.jpg");
    PostVerdict verdict =
        new PostPolicyVerifier(keys, "us-east-1")
            .verify(form, Samples.knows(credentials), BOTO_NOW);
    return switch (verdict) {
      case PostVerdict.Accepted accepted -> accepted;
      case PostVerdict.Refused(S3Error error) -> throw new AssertionError(error.toString());
    };
  }

  private PresignedVerdict.Accepted boto(String method, String url, Map<String, String> headers) {
    return accepted(method, url, headers, Samples.AWS_EXAMPLE, BOTO_NOW);
  }

  private PresignedVerdict.Accepted sdk(String method, String url, Map<String, String> headers) {
    return accepted(method, url, headers, Samples.AWS_EXAMPLE, SDK_NOW);
  }

  private PresignedVerdict.Accepted accepted(
      String method,
      String url,
      Map<String, String> headers,
      SigningCredentials credentials,
      Instant now) {
    URI uri = URI.create(url);
    List<PresignedRequest.Header> sent = new ArrayList<>();
    sent.add(new PresignedRequest.Header("Host", uri.getRawAuthority()));
    headers.forEach((name, value) -> sent.add(new PresignedRequest.Header(name, value)));
    PresignedRequest request =
        new PresignedRequest(method, uri.getRawPath(), uri.getRawQuery(), sent);
    PresignedVerdict verdict =
        new PresignedUrlVerifier(keys, "us-east-1")
            .verify(request, Samples.knows(credentials), now);
    return switch (verdict) {
      case PresignedVerdict.Accepted accepted -> accepted;
      case PresignedVerdict.Refused(S3Error error) -> throw new AssertionError(error.toString());
    };
  }
}
