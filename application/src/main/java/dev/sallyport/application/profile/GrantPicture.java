package dev.sallyport.application.profile;

import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.attachment.GrantUploads;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.PictureKind;
import jakarta.inject.Inject;

/** Hands out the form with which users send a picture of their own. */
public final class GrantPicture {
  private final EnsureProfile ensureProfile;
  private final GrantUploads grantUploads;

  /** Takes the ports and policies that it works with. */
  @Inject
  public GrantPicture(EnsureProfile ensureProfile, GrantUploads grantUploads) {
    this.ensureProfile = ensureProfile;
    this.grantUploads = grantUploads;
  }

  /** Grants one form, charged to the caller; there is a profile by then that can show it. */
  public GrantResult grant(Principal caller, PictureKind kind) {
    Subject subject = ensureProfile.of(caller).subject();
    Purpose purpose =
        switch (kind) {
          case AVATAR -> new Purpose.Avatar(subject);
          case BANNER -> new Purpose.Banner(subject);
        };
    return grantUploads.grantPicture(purpose, QuotaAccount.of(subject));
  }
}
