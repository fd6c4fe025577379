package dev.sallyport.jwt;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Refused;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Verified;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.identity.Subject;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges what a token claims once its signature is known to be good; claims are those of <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">Amazon
 * Cognito's access tokens</a>.
 */
final class ClaimRules {
  /**
   * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html">Cognito's
   * quota</a> of groups that one user can be in.
   */
  private static final int MAX_GROUPS = 100;

  /** Most audiences that are looked through; Cognito's tokens have one. */
  private static final int MAX_AUDIENCES = 10;

  /**
   * <a
   * href="https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html">Cognito's
   * form</a> of a user name: no spaces and no controls.
   */
  private static final Pattern USERNAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]{1,128}");

  private final JwtSettings settings;
  private final Clock clock;

  @Inject
  ClaimRules(JwtSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Judges a token whose signature is good. */
  TokenVerdict judge(CompactToken token) {
    Optional<Claims> parsed = Claims.parse(token.payload());
    if (parsed.isEmpty()) {
      return new Refused(Cause.CLAIMS);
    }
    Claims claims = parsed.get();
    Optional<Cause> untimely = checkTimes(claims);
    if (untimely.isPresent()) {
      return new Refused(untimely.get());
    }
    if (!claims.text("iss").equals(Optional.of(settings.issuer()))) {
      return new Refused(Cause.ISSUER);
    }
    if (!isForUs(claims)) {
      return new Refused(Cause.AUDIENCE);
    }
    if (!isAccessToken(token, claims)) {
      return new Refused(Cause.TOKEN_USE);
    }
    return principal(claims).<TokenVerdict>map(Verified::new).orElse(new Refused(Cause.CLAIMS));
  }

  private Optional<Cause> checkTimes(Claims claims) {
    Optional<Instant> expires = claims.time("exp");
    Optional<Instant> issued = claims.time("iat");
    Optional<Instant> starts = claims.has("nbf") ? claims.time("nbf") : issued;
    if (expires.isEmpty() || issued.isEmpty() || starts.isEmpty()) {
      return Optional.of(Cause.CLAIMS);
    }
    Instant now = clock.instant();
    if (!now.isBefore(expires.get().plus(settings.skew()))) {
      return Optional.of(Cause.EXPIRED);
    }
    Instant latest = now.plus(settings.skew());
    return starts.get().isAfter(latest) || issued.get().isAfter(latest)
        ? Optional.of(Cause.NOT_YET_VALID)
        : Optional.empty();
  }

  /**
   * Access tokens name their client in {@code client_id}, id tokens in {@code aud}. An access token
   * that was bound to a resource names that resource in {@code aud} besides.
   */
  private boolean isForUs(Claims claims) {
    boolean byClient = claims.has("client_id");
    boolean byAudience = claims.has("aud");
    return (byClient || byAudience)
        && (!byClient
            || claims.text("client_id").filter(settings.clientIds()::contains).isPresent())
        && (!byAudience || audiences(claims).stream().anyMatch(this::isOurs));
  }

  private boolean isOurs(String audience) {
    return settings.clientIds().contains(audience) || settings.audiences().contains(audience);
  }

  private static List<String> audiences(Claims claims) {
    return claims
        .text("aud")
        .map(List::of)
        .or(() -> claims.texts("aud", MAX_AUDIENCES))
        .orElse(List.of());
  }

  /** A type that is named must be that of an access token, so that no other kind is mistaken. */
  private static boolean isAccessToken(CompactToken token, Claims claims) {
    return token.hasTypeOfAccessTokens() && claims.text("token_use").equals(Optional.of("access"));
  }

  private static Optional<Principal> principal(Claims claims) {
    Optional<String> subject = claims.text("sub");
    Optional<String> username =
        claims.text(claims.has("username") ? "username" : "cognito:username");
    Optional<Set<Role>> roles = roles(claims);
    if (!claims.has("client_id")
        || subject.isEmpty()
        || username.filter(name -> USERNAME.matcher(name).matches()).isEmpty()
        || roles.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Principal(new Subject(subject.get()), username.get(), roles.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the values themselves say what they can be
    }
  }

  private static Optional<Set<Role>> roles(Claims claims) {
    if (!claims.has("cognito:groups")) {
      return Optional.of(Set.of());
    }
    return claims.texts("cognito:groups", MAX_GROUPS).map(ClaimRules::rolesOf);
  }

  private static Set<Role> rolesOf(List<String> groups) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    groups.forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
    return roles;
  }
}
