package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Presigner against verifier: what is signed is accepted, and no single change of it is. */
class PresignedUrlPropertiesTest {
  private static final int ROUNDS = 80;
  private static final Instant SIGNED_AT = Instant.parse("2026-11-21T08:00:00Z");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final SigningKeys keys = new SigningKeys();
  private final UrlPresigner presigner = new UrlPresigner(keys);
  private final PresignedUrlVerifier verifier = new PresignedUrlVerifier(keys, Samples.REGION);

  private record Signed(
      UrlRequest request, SigningCredentials credentials, PresignedRequest arrived) {}

  private Signed sign() {
    UrlRequest request = Samples.randomUrl(random);
    SigningCredentials credentials = Samples.randomCredentials(random);
    URI url = presigner.presign(request, credentials, Samples.NOW);
    List<PresignedRequest.Header> headers = new ArrayList<>();
    headers.add(new PresignedRequest.Header("Accept", "*/*"));
    headers.add(new PresignedRequest.Header("Host", url.getRawAuthority()));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      headers.add(new PresignedRequest.Header(header.getKey(), ' ' + header.getValue()));
    }
    PresignedRequest arrived =
        new PresignedRequest(request.method().name(), url.getRawPath(), url.getRawQuery(), headers);
    return new Signed(request, credentials, arrived);
  }

  @Test
  void everySignedUrlIsAcceptedUntilItExpires() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      Instant last = SIGNED_AT.plus(signed.request().life()).minusMillis(1);
      for (Instant now : List.of(Samples.NOW, last)) {
        assertThat(verifier.verify(signed.arrived(), Samples.knows(signed.credentials()), now))
            .as("seed %d, round %d, %s", seed, round, signed.arrived().rawPath())
            .isInstanceOfSatisfying(
                PresignedVerdict.Accepted.class,
                accepted -> {
                  assertThat(accepted.path()).endsWith('/' + signed.request().key());
                  assertThat(accepted.parameters())
                      .containsExactlyInAnyOrderEntriesOf(signed.request().query());
                  assertThat(accepted.signedHeaders()).contains("host");
                });
      }
    }
  }

  @Test
  void changedParameterIsRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      String[] parameters = signed.arrived().rawQuery().split("&", -1);
      for (int i = 0; i < parameters.length; i++) {
        String name = parameters[i].substring(0, parameters[i].indexOf('='));
        String[] changed = parameters.clone();
        changed[i] = name + '=' + changed(parameters[i].substring(name.length() + 1));
        refuse(
            signed,
            query(signed, String.join("&", changed)),
            codesOfChanged(name),
            "changed " + name);
        List<String> removed = new ArrayList<>(List.of(parameters));
        removed.remove(i);
        refuse(
            signed,
            query(signed, String.join("&", removed)),
            codesOfRemoved(name),
            "removed " + name);
        List<String> doubled = new ArrayList<>(List.of(parameters));
        doubled.add(parameters[i]);
        refuse(
            signed,
            query(signed, String.join("&", doubled)),
            Set.of(name.startsWith("X-Amz-") ? "AuthorizationQueryParametersError" : "InvalidURI"),
            "doubled " + name);
      }
      String added = signed.arrived().rawQuery() + "&response-cache-control=private";
      refuse(signed, query(signed, added), Set.of("SignatureDoesNotMatch"), "added a parameter");
    }
  }

  @Test
  void otherMethodPathOrHeaderIsRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      PresignedRequest was = signed.arrived();
      Set<String> mismatch = Set.of("SignatureDoesNotMatch");
      for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "POST")) {
        if (!method.equals(was.method())) {
          refuse(
              signed,
              new PresignedRequest(method, was.rawPath(), was.rawQuery(), was.headers()),
              mismatch,
              method);
        }
      }
      PresignedRequest otherPath =
          new PresignedRequest(was.method(), was.rawPath() + "7", was.rawQuery(), was.headers());
      refuse(signed, otherPath, mismatch, "other path");
      for (int i = 0; i < was.headers().size(); i++) {
        PresignedRequest.Header header = was.headers().get(i);
        if (!header.name().equals("Accept")) {
          List<PresignedRequest.Header> changed = new ArrayList<>(was.headers());
          changed.set(i, new PresignedRequest.Header(header.name(), header.value() + '7'));
          refuse(signed, headers(was, changed), mismatch, "changed " + header.name());
          List<PresignedRequest.Header> removed = new ArrayList<>(was.headers());
          removed.remove(i);
          refuse(signed, headers(was, removed), mismatch, "removed " + header.name());
        }
      }
      List<PresignedRequest.Header> added = new ArrayList<>(was.headers());
      added.add(new PresignedRequest.Header("X-Amz-Acl", "public-read"));
      refuse(signed, headers(was, added), Set.of("AccessDenied"), "added x-amz-acl");
    }
  }

  @Test
  void otherCircumstancesAreRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      CredentialLookup lookup = Samples.knows(signed.credentials());
      Instant expiry = SIGNED_AT.plus(signed.request().life());
      assertThat(message(verifier.verify(signed.arrived(), lookup, expiry)))
          .as("seed %d", seed)
          .isEqualTo("Request has expired");
      Instant early = SIGNED_AT.minus(Duration.ofMinutes(15)).minusMillis(1);
      assertThat(message(verifier.verify(signed.arrived(), lookup, early)))
          .as("seed %d", seed)
          .isEqualTo("Request is not yet valid");
      assertThat(
              code(
                  new PresignedUrlVerifier(keys, "eu-west-1")
                      .verify(signed.arrived(), lookup, Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("AuthorizationQueryParametersError");
      assertThat(code(verifier.verify(signed.arrived(), id -> Optional.empty(), Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("InvalidAccessKeyId");
      SigningCredentials otherSecret =
          new SigningCredentials(
              signed.credentials().accessKeyId(), "another", signed.credentials().sessionToken());
      assertThat(code(verifier.verify(signed.arrived(), Samples.knows(otherSecret), Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("SignatureDoesNotMatch");
    }
  }

  private static PresignedRequest query(Signed signed, String rawQuery) {
    PresignedRequest was = signed.arrived();
    return new PresignedRequest(was.method(), was.rawPath(), rawQuery, was.headers());
  }

  private static PresignedRequest headers(
      PresignedRequest was, List<PresignedRequest.Header> headers) {
    return new PresignedRequest(was.method(), was.rawPath(), was.rawQuery(), headers);
  }

  private void refuse(Signed signed, PresignedRequest request, Set<String> codes, String change) {
    assertThat(code(verifier.verify(request, Samples.knows(signed.credentials()), Samples.NOW)))
        .as("seed %d, %s, %s?%s", seed, change, request.rawPath(), request.rawQuery())
        .isIn(codes);
  }

  private static Set<String> codesOfChanged(String name) {
    return switch (name) {
      case "X-Amz-Algorithm" -> Set.of("AuthorizationQueryParametersError");
      case "X-Amz-Credential" -> Set.of("AuthorizationQueryParametersError", "InvalidAccessKeyId");
      case "X-Amz-Date" ->
          Set.of("AuthorizationQueryParametersError", "AccessDenied", "SignatureDoesNotMatch");
      case "X-Amz-Expires" ->
          Set.of("AuthorizationQueryParametersError", "AccessDenied", "SignatureDoesNotMatch");
      case "X-Amz-SignedHeaders" ->
          Set.of("AuthorizationQueryParametersError", "AccessDenied", "SignatureDoesNotMatch");
      case "X-Amz-Security-Token" -> Set.of("InvalidToken");
      default -> Set.of("SignatureDoesNotMatch");
    };
  }

  private static Set<String> codesOfRemoved(String name) {
    return switch (name) {
      case "X-Amz-Security-Token" -> Set.of("InvalidAccessKeyId");
      case String amz when amz.startsWith("X-Amz-") -> Set.of("AuthorizationQueryParametersError");
      default -> Set.of("SignatureDoesNotMatch");
    };
  }

  /** One digit added, which keeps the encoding whole. */
  private String changed(String value) {
    return random.nextBoolean() ? value + '7' : '7' + value;
  }

  private static String code(PresignedVerdict verdict) {
    return switch (verdict) {
      case PresignedVerdict.Accepted accepted -> "accepted";
      case PresignedVerdict.Refused(S3Error error) -> error.code();
    };
  }

  private static String message(PresignedVerdict verdict) {
    return switch (verdict) {
      case PresignedVerdict.Accepted accepted -> "accepted";
      case PresignedVerdict.Refused(S3Error error) -> error.message();
    };
  }
}
