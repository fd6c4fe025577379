package dev.sallyport.operations.profile;

import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.profile.GrantPicture;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.attachment.UploadFormJson;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/**
 * Hands out the forms for users' pictures. OPTIONS of these paths is the catalogue's, as
 * everywhere: 204, the headers of CORS, no body, and nothing else happens.
 */
final class PictureOperations {
  private final GrantPicture grantPicture;
  private final Clock clock;

  @Inject
  PictureOperations(GrantPicture grantPicture, Clock clock) {
    this.grantPicture = grantPicture;
    this.clock = clock;
  }

  Set<HttpOperation> all() {
    return Set.of(
        operation("grantAvatar", "/avatars/key_upload", PictureKind.AVATAR)
            .summary("Grants the form with which the caller sends an avatar of their own.")
            .calls(call -> grant(call, PictureKind.AVATAR)),
        operation("grantBanner", "/banners/key_upload", PictureKind.BANNER)
            .summary("Grants the form with which the caller sends a banner of their own.")
            .calls(call -> grant(call, PictureKind.BANNER)));
  }

  private static HttpOperation.Builder operation(String id, String path, PictureKind kind) {
    return HttpOperation.of(id, "POST", path, AccessRule.USER)
        .answers(
            200,
            "The form; the "
                + (kind == PictureKind.AVATAR ? "avatar" : "banner")
                + " before stays until what it sends has passed.",
            UploadFormJson.WITH_RECEIPT)
        .refuses(ErrorCode.QUOTA_EXCEEDED, ErrorCode.QUARANTINE_FULL);
  }

  private Answer grant(Call call, PictureKind kind) {
    return UploadFormJson.answer(
        grantPicture.grant(call.caller(), kind), PictureOperations::granted, clock);
  }

  private static Answer granted(GrantResult.Granted granted) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("receipt", granted.receipt().secret());
          UploadFormJson.write(granted.forms().getFirst(), out);
          out.writeEndObject();
        });
  }
}
