package dev.sallyport.operations.profile;

import dev.sallyport.application.profile.EnsureProfile;
import dev.sallyport.application.profile.ShowProfile;
import dev.sallyport.application.profile.UpdateProfile;
import dev.sallyport.application.profile.UpdateProfileResult;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import dev.sallyport.domain.profile.ProfileText.Fault;
import dev.sallyport.domain.profile.ProfileText.Field;
import dev.sallyport.domain.profile.ProfileText.Flaw;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.EntityTag;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows profiles to whoever is signed in, and lets their owners change what they say. */
final class ProfileOperations {
  private static final int MAX_BODY = 64 * 1024;

  /** Room for more than a profile keeps: what is too long is told by its own code. */
  private static final int ANY_TEXT = 32 * 1024;

  private static final Shape TEXTS =
      ObjectShape.of(
          Member.required("display_name", TextShape.text(0, ANY_TEXT))
              .says("1 to 128 characters on one line, not blank."),
          Member.required("bio", TextShape.text(0, ANY_TEXT))
              .says("At most 1000 characters; empty for none."));

  private final EnsureProfile ensureProfile;
  private final ShowProfile showProfile;
  private final UpdateProfile updateProfile;
  private final ProfileJson json;

  @Inject
  ProfileOperations(
      EnsureProfile ensureProfile,
      ShowProfile showProfile,
      UpdateProfile updateProfile,
      ProfileJson json) {
    this.ensureProfile = ensureProfile;
    this.showProfile = showProfile;
    this.updateProfile = updateProfile;
    this.json = json;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showOwnProfile", "GET", "/api/profile/me", AccessRule.USER)
            .summary("Shows the caller's own profile.")
            .answers(200, "The profile; its version is the entity tag.", ProfileJson.SHAPE)
            .calls(call -> answer(ensureProfile.of(call.caller()))),
        HttpOperation.of("showProfile", "GET", "/api/profile/{handle}", AccessRule.USER)
            .summary("Shows somebody's profile.")
            .takes(
                Parameter.path(
                    "handle",
                    TextShape.text(1, 2 * Handle.MAX_LENGTH),
                    "What the profile is found under; upper and lower case are the same."))
            .answers(200, "The profile; its version is the entity tag.", ProfileJson.SHAPE)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show),
        update("updateProfile", "PUT"),
        update("postProfile", "POST"));
  }

  private HttpOperation update(String id, String method) {
    return HttpOperation.of(id, method, "/api/profile/update", AccessRule.USER)
        .summary("Replaces what the caller's own profile says.")
        .takes(EntityTag.ifMatch(false))
        .body(TEXTS, MAX_BODY)
        .answers(200, "All of the profile as it is now.", ProfileJson.SHAPE)
        .refuses(ErrorCode.INVALID_PROFILE, ErrorCode.STALE_VERSION)
        .calls(this::update);
  }

  private Answer show(Call call) {
    return showProfile
        .show(call.parameter("handle", String.class))
        .map(this::answer)
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private Answer update(Call call) {
    String name = call.body().text("display_name");
    String bio = call.body().text("bio");
    List<Flaw> flaws = ProfileText.check(name, bio);
    if (!flaws.isEmpty()) {
      return refuse(flaws);
    }
    return switch (updateProfile.update(
        call.caller(), new ProfileText(name, bio), EntityTag.expected(call))) {
      case UpdateProfileResult.Updated(Profile profile) -> answer(profile);
      case UpdateProfileResult.Stale(long current) -> EntityTag.stale(current);
    };
  }

  private Answer answer(Profile profile) {
    return EntityTag.tag(Answer.json(200, out -> json.write(profile, out)), profile.version());
  }

  private static Answer refuse(List<Flaw> flaws) {
    Findings findings = Findings.inBody();
    for (Flaw flaw : flaws) {
      findings.addAt(name(flaw.field()), code(flaw.fault()), detail(flaw.fault()));
    }
    return Answer.refuse(new Problem(ErrorCode.INVALID_PROFILE, findings.list(), Map.of()));
  }

  private static String name(Field field) {
    return switch (field) {
      case DISPLAY_NAME -> "display_name";
      case BIO -> "bio";
    };
  }

  private static String code(Fault fault) {
    return switch (fault) {
      case BLANK -> "blank";
      case TOO_LONG -> "too_long";
      case UNPRINTABLE -> "unprintable";
    };
  }

  private static String detail(Fault fault) {
    return switch (fault) {
      case BLANK -> "is nothing but white space";
      case TOO_LONG -> "is longer than a profile keeps";
      case UNPRINTABLE -> "has characters that cannot be shown";
    };
  }
}
