package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signer against verifier: what is signed is accepted, and no single change of it is. */
class PostPolicyPropertiesTest {
  private static final int ROUNDS = 60;
  private static final Set<String> NEEDED =
      Set.of(
          "key", "policy", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "x-amz-signature");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final SigningKeys keys = new SigningKeys();
  private final PostPolicySigner signer = new PostPolicySigner(keys);
  private final PostPolicyVerifier verifier = new PostPolicyVerifier(keys, Samples.REGION);

  private record Signed(
      PostRequest request, SigningCredentials credentials, PresignedPost post, PostForm form) {
    PostForm with(List<PostForm.Field> fields) {
      return new PostForm(request.bucket(), fields, form.fileName());
    }
  }

  private Signed sign() {
    PostRequest request = Samples.randomPost(random);
    SigningCredentials credentials = Samples.randomCredentials(random);
    PresignedPost post = signer.sign(request, credentials, Samples.NOW);
    return new Signed(
        request, credentials, post, PostForm.of(request.bucket(), post.fields(), "a.png"));
  }

  @Test
  void everySignedFormIsAcceptedUntilItExpires() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      Instant last = signed.post().expiresAt().minusMillis(1);
      for (Instant now : List.of(Samples.NOW, last)) {
        assertThat(verifier.verify(signed.form(), Samples.knows(signed.credentials()), now))
            .as("seed %d, round %d, %s", seed, round, signed.request())
            .isInstanceOfSatisfying(
                PostVerdict.Accepted.class,
                accepted -> {
                  assertThat(accepted.key()).isEqualTo(signed.request().key());
                  assertThat(accepted.accessKeyId()).isEqualTo(signed.credentials().accessKeyId());
                  assertThat(accepted.minBytes()).isEqualTo(signed.request().minBytes());
                  assertThat(accepted.maxBytes()).isEqualTo(signed.request().maxBytes());
                });
      }
    }
  }

  @Test
  void fieldsComeThroughInAnyOrderAndCase() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      List<PostForm.Field> fields = new ArrayList<>();
      for (PostForm.Field field : signed.form().fields()) {
        String name =
            random.nextBoolean() ? field.name().toUpperCase(java.util.Locale.ROOT) : field.name();
        fields.add(random.nextInt(fields.size() + 1), new PostForm.Field(name, field.value()));
      }
      assertThat(
              verifier.verify(
                  signed.with(fields), Samples.knows(signed.credentials()), Samples.NOW))
          .as("seed %d, round %d", seed, round)
          .isInstanceOf(PostVerdict.Accepted.class);
    }
  }

  @Test
  void changedFieldIsRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      for (int i = 0; i < signed.form().fields().size(); i++) {
        PostForm.Field field = signed.form().fields().get(i);
        List<PostForm.Field> fields = new ArrayList<>(signed.form().fields());
        fields.set(i, new PostForm.Field(field.name(), changed(field.value())));
        assertRefused(
            signed, signed.with(fields), codesOfChanged(field.name()), "changed " + field.name());
      }
    }
  }

  @Test
  void removedRenamedOrDoubledFieldIsRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      for (int i = 0; i < signed.form().fields().size(); i++) {
        PostForm.Field field = signed.form().fields().get(i);
        List<PostForm.Field> removed = new ArrayList<>(signed.form().fields());
        removed.remove(i);
        assertRefused(
            signed, signed.with(removed), codesOfRemoved(field.name()), "removed " + field.name());
        List<PostForm.Field> renamed = new ArrayList<>(signed.form().fields());
        renamed.set(i, new PostForm.Field(field.name() + "x", field.value()));
        assertRefused(
            signed, signed.with(renamed), codesOfRemoved(field.name()), "renamed " + field.name());
        List<PostForm.Field> doubled = new ArrayList<>(signed.form().fields());
        doubled.add(random.nextInt(doubled.size()), field);
        assertRefused(
            signed, signed.with(doubled), Set.of("InvalidArgument"), "doubled " + field.name());
      }
    }
  }

  @Test
  void addedFieldIsRefusedUnlessItIsIgnored() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      for (String name :
          List.of(
              "acl", "x-amz-meta-more", "tagging", "success_action_redirect", "Cache-Control")) {
        List<PostForm.Field> fields = new ArrayList<>(signed.form().fields());
        fields.add(
            random.nextInt(fields.size()), new PostForm.Field(name, Samples.text(random, 5)));
        assertRefused(signed, signed.with(fields), Set.of("AccessDenied"), "added " + name);
      }
      List<PostForm.Field> fields = new ArrayList<>(signed.form().fields());
      fields.add(new PostForm.Field("X-Ignore-Me", "anything"));
      assertThat(
              verifier.verify(
                  signed.with(fields), Samples.knows(signed.credentials()), Samples.NOW))
          .as("seed %d, round %d", seed, round)
          .isInstanceOf(PostVerdict.Accepted.class);
    }
  }

  @Test
  void otherCircumstancesAreRefused() {
    for (int round = 0; round < ROUNDS; round++) {
      Signed signed = sign();
      CredentialLookup lookup = Samples.knows(signed.credentials());
      Instant expiry = signed.post().expiresAt();
      assertThat(code(verifier.verify(signed.form(), lookup, expiry)))
          .as("seed %d", seed)
          .isEqualTo("AccessDenied");
      Instant early = Samples.NOW.minus(Duration.ofMinutes(16));
      assertThat(code(verifier.verify(signed.form(), lookup, early)))
          .as("seed %d", seed)
          .isEqualTo("RequestTimeTooSkewed");
      PostForm elsewhere = new PostForm("other", signed.form().fields(), Optional.of("a.png"));
      assertRefused(signed, elsewhere, Set.of("AccessDenied"), "other bucket");
      assertThat(
              code(
                  new PostPolicyVerifier(keys, "eu-west-1")
                      .verify(signed.form(), lookup, Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("InvalidArgument");
      assertThat(code(verifier.verify(signed.form(), id -> Optional.empty(), Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("InvalidAccessKeyId");
      SigningCredentials otherSecret =
          new SigningCredentials(
              signed.credentials().accessKeyId(), "another", signed.credentials().sessionToken());
      assertThat(code(verifier.verify(signed.form(), Samples.knows(otherSecret), Samples.NOW)))
          .as("seed %d", seed)
          .isEqualTo("SignatureDoesNotMatch");
    }
  }

  private void assertRefused(Signed signed, PostForm form, Set<String> codes, String change) {
    assertThat(code(verifier.verify(form, Samples.knows(signed.credentials()), Samples.NOW)))
        .as("seed %d, %s, %s", seed, change, signed.request())
        .isIn(codes);
  }

  private static Set<String> codesOfChanged(String name) {
    return switch (name) {
      case "policy", "x-amz-signature" -> Set.of("SignatureDoesNotMatch");
      case "x-amz-algorithm" -> Set.of("InvalidArgument");
      case "x-amz-credential" -> Set.of("InvalidArgument", "InvalidAccessKeyId");
      case "x-amz-date" -> Set.of("InvalidArgument", "RequestTimeTooSkewed", "AccessDenied");
      case "x-amz-security-token" -> Set.of("InvalidToken");
      default -> Set.of("AccessDenied");
    };
  }

  private static Set<String> codesOfRemoved(String name) {
    if (NEEDED.contains(name)) {
      return Set.of("InvalidArgument");
    }
    return name.equals("x-amz-security-token")
        ? Set.of("InvalidAccessKeyId")
        : Set.of("AccessDenied");
  }

  /** One character replaced, dropped or added. */
  private String changed(String value) {
    int at = random.nextInt(value.length());
    String letter = value.charAt(at) == '7' ? "8" : "7";
    // Whole characters only: half of a pair would be another kind of change.
    boolean pair = Character.isSurrogate(value.charAt(at));
    return switch (pair ? 2 : random.nextInt(3)) {
      case 0 -> value.substring(0, at) + letter + value.substring(at + 1);
      case 1 -> value.substring(0, at) + value.substring(at + 1);
      default -> value + letter;
    };
  }

  private static String code(PostVerdict verdict) {
    return switch (verdict) {
      case PostVerdict.Accepted accepted -> "accepted";
      case PostVerdict.Refused(S3Error error) -> error.code();
    };
  }
}
