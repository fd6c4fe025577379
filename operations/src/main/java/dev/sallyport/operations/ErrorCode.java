package dev.sallyport.operations;

import java.util.Locale;

/**
 * Every failure that a client can see, and the one place that gives it a status. A code is never
 * renamed and never changes its meaning.
 */
public enum ErrorCode {
  /** Parameters or body break their declared shape; {@code errors} tells where. */
  INVALID_REQUEST(400, "The request does not fit what the operation takes"),
  /** The body is no JSON that can be looked at. */
  MALFORMED_JSON(400, "The body is not acceptable JSON"),
  /** Wrong, old or no code, or no such user; nobody is told which. */
  WRONG_CODE(400, "The code does not count"),
  /** No or no valid access token. */
  UNAUTHENTICATED(401, "A valid access token is needed"),
  /** Wrong user name or password; nobody is told which. */
  BAD_CREDENTIALS(401, "User name or password is wrong"),
  /** A refresh token that is nobody's, has ended or was signed out. */
  BAD_REFRESH_TOKEN(401, "The refresh token does not count"),
  /** The receipt of a grant is needed and was not sent. */
  RECEIPT_REQUIRED(401, "The receipt of the grant is needed"),
  /** The caller may not do this. */
  FORBIDDEN(403, "Not allowed for this caller"),
  /** Attachments that the receipts do not cover, or that belong to another report. */
  FOREIGN_ATTACHMENT(403, "An attachment is not the sender's to claim"),
  /** Nothing is there, or nothing that this caller may know of. */
  NOT_FOUND(404, "Nothing is there"),
  /** The path is known, the method is not; {@code Allow} lists those that are. */
  METHOD_NOT_ALLOWED(405, "This path does not know the method"),
  /** The client took too long to send its request. */
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  /** The version that the change was made from is not the current one. */
  STALE_VERSION(409, "Changed by somebody else in the meantime"),
  /** The idempotency key was used for something else. */
  DIFFERENT_BODY(409, "This client id was used for something else"),
  /** The attachment has no verdict yet. */
  NOT_JUDGED_YET(409, "The attachment has no verdict yet"),
  /** The attachment was rejected or expired: there are no clean bytes. */
  NOTHING_CLEAN(409, "The attachment has no clean content"),
  /** As many people as possible have a bookmark on the report already. */
  BOOKMARKS_FULL(409, "No room for another bookmark on this report"),
  /** Somebody else applies or undoes migrations right now. */
  MIGRATIONS_BUSY(409, "Somebody else is running migrations"),
  /** Migrations are not what was run under their ids. */
  MIGRATIONS_DRIFTED(409, "Migrations have changed since they were run"),
  /** A migration has to be finished, repaired or brought back before this can be done. */
  MIGRATIONS_BLOCKED(409, "A migration stands in the way"),
  /** Signing in needs another step first. */
  CHALLENGE(409, "Another step is needed to sign in"),
  /** What was submitted under this client report id was erased. */
  ERASED(410, "The report was erased"),
  /** More bytes than the operation takes. */
  BODY_TOO_LARGE(413, "The body is too large"),
  /** A longer path or query than the server takes. */
  URI_TOO_LONG(414, "The address is too long"),
  /** The body is not declared as JSON. */
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  /** A text of a profile cannot be shown; {@code errors} tells which and why. */
  INVALID_PROFILE(422, "A text cannot stand on a profile"),
  /** The change does not say which version it was made from. */
  PRECONDITION_REQUIRED(428, "If-Match is needed"),
  /** The caller's quota is used up. */
  QUOTA_EXCEEDED(429, "The quota of this caller is used up"),
  /** The deployment's quarantine is full. */
  QUARANTINE_FULL(429, "Too much waits to be judged already"),
  /** The caller asks too often. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** More header fields than the server takes. */
  HEADERS_TOO_LARGE(431, "The header fields are too large"),
  /** A mistake of ours. */
  INTERNAL(500, "Something went wrong on our side"),
  /** A store or service behind this one is down; nothing has happened. */
  UNAVAILABLE(503, "A service behind this one does not answer"),
  /** It is not known whether it has happened; repeat it only when that does no harm. */
  OUTCOME_UNKNOWN(503, "It is unknown whether the request took effect");

  private final int status;
  private final String title;
  private final String code;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
    this.code = name().toLowerCase(Locale.ROOT);
  }

  /** Returns the status of every answer with this code. */
  public int status() {
    return status;
  }

  /** Returns what it means, for people; the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Returns the code as it stands in answers. */
  public String code() {
    return code;
  }
}
