package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.ChangeComment;
import dev.sallyport.application.report.CommentResult;
import dev.sallyport.application.report.ListComments;
import dev.sallyport.application.report.WriteComment;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.EntityTag;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What triagers say about a report, each comment by itself. */
final class CommentOperations {
  private static final String PATH = "/service/reports/{id}/comments";
  private static final String ONE = PATH + "/{commentId}";
  private static final int MAX_LIMIT = 100;
  private static final long DEFAULT_LIMIT = 50;

  /** A character takes at most six bytes of JSON, as an escape. */
  private static final int MAX_BODY = (Comment.MAX_TEXT * 6) + 1024;

  private static final Parameter ID = Parameter.path("id", new UuidShape(), "The report.");
  private static final Parameter COMMENT_ID =
      Parameter.path("commentId", new UuidShape(), "The comment.");

  private static final Shape TEXT =
      ObjectShape.of(
          Member.required("text", TextShape.text(1, Comment.MAX_TEXT)).says("Not blank."));

  private static final Shape NEW_COMMENT =
      ObjectShape.of(
          Member.required("text", TextShape.text(1, Comment.MAX_TEXT)).says("Not blank."),
          Member.optional("clientCommentId", new UuidShape())
              .says("Idempotency key: the same comment may be sent again with the same key."));

  private static final Shape COMMENT =
      ObjectShape.of(
          Member.required("commentId", new UuidShape()),
          Member.required("author", ReportJson.ASSIGNEE).says("Who was signed in."),
          Member.required("text", TextShape.text(1, Comment.MAX_TEXT)),
          Member.required("writtenAt", TextShape.instant()),
          Member.required("changedAt", TextShape.instant()),
          Member.required("version", new IntegerShape(1, Long.MAX_VALUE))
              .says("For If-Match, in quotes."));

  private static final Shape PAGE =
      ObjectShape.of(
          Member.required("comments", ArrayShape.of(COMMENT, 0, MAX_LIMIT)),
          Member.optional("next", TextShape.text(1, PageTokenSeal.MAX_LENGTH))
              .says("For the parameter page; missing on the last page."));

  private final WriteComment writeComment;
  private final ListComments listComments;
  private final ChangeComment changeComment;
  private final PageTokenSeal seal;

  @Inject
  CommentOperations(
      WriteComment writeComment,
      ListComments listComments,
      ChangeComment changeComment,
      PageTokenSeal seal) {
    this.writeComment = writeComment;
    this.listComments = listComments;
    this.changeComment = changeComment;
    this.seal = seal;
  }

  Set<HttpOperation> all() {
    return Set.of(list(), write(), rewrite(), remove());
  }

  private HttpOperation list() {
    return HttpOperation.of("listComments", "GET", PATH, AccessRule.TRIAGER)
        .summary("Lists the comments on a report, oldest first.")
        .takes(ID)
        .takes(
            Parameter.query(
                "limit",
                new IntegerShape(1, MAX_LIMIT),
                "Most comments of a page; 50 if left out."))
        .takes(
            Parameter.query(
                "page",
                TextShape.of("[A-Za-z0-9_-]+", PageTokenSeal.MAX_LENGTH, "a page token"),
                "The next of the page before, of the same report."))
        .answers(200, "A page.", PAGE)
        .refuses(ErrorCode.NOT_FOUND)
        .calls(this::list);
  }

  private HttpOperation write() {
    return HttpOperation.of("writeComment", "POST", PATH, AccessRule.TRIAGER)
        .summary("Adds a comment to a report; its author is who is signed in.")
        .takes(ID)
        .body(NEW_COMMENT, MAX_BODY)
        .answers(201, "Added; its version is the entity tag.", COMMENT)
        .answers(200, "Added before; nothing has changed.", COMMENT)
        .refuses(ErrorCode.NOT_FOUND, ErrorCode.DIFFERENT_BODY)
        .calls(this::write);
  }

  private HttpOperation rewrite() {
    return HttpOperation.of("changeComment", "PATCH", ONE, AccessRule.TRIAGER)
        .summary("Changes the text of a comment; only its author may.")
        .takes(ID)
        .takes(COMMENT_ID)
        .takes(EntityTag.ifMatch(true))
        .body(TEXT, MAX_BODY)
        .answers(200, "Changed.", COMMENT)
        .refuses(ErrorCode.NOT_FOUND, ErrorCode.STALE_VERSION)
        .calls(this::rewrite);
  }

  private HttpOperation remove() {
    return HttpOperation.of("removeComment", "DELETE", ONE, AccessRule.TRIAGER)
        .summary("Removes a comment for good; only its author may.")
        .takes(ID)
        .takes(COMMENT_ID)
        .takes(EntityTag.ifMatch(true))
        .answersNothing("Removed.")
        .refuses(ErrorCode.NOT_FOUND, ErrorCode.STALE_VERSION)
        .calls(this::remove);
  }

  private Answer list(Call call) {
    ReportId report = report(call);
    String list = "listComments?" + report;
    Optional<String> sealed = call.findParameter("page", String.class);
    Optional<PageToken> page = sealed.flatMap(token -> seal.open(token, list));
    if (sealed.isPresent() && page.isEmpty()) {
      return Answer.refuse(
          Problem.invalid(
              List.of(
                  Violation.ofParameter(
                      "page", "bad_page_token", "is not a page token of this list"))));
    }
    int limit = call.findParameter("limit", Long.class).orElse(DEFAULT_LIMIT).intValue();
    return listComments
        .list(report, limit, page)
        .map(comments -> page(comments, list))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private Answer page(Page<Comment> page, String list) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("comments");
          for (Comment comment : page.items()) {
            write(comment, out);
          }
          out.writeEndArray();
          if (page.next().isPresent()) {
            out.writeStringField("next", seal.seal(page.next().get(), list));
          }
          out.writeEndObject();
        });
  }

  private Answer write(Call call) {
    String text = call.body().text("text");
    if (text.isBlank()) {
      return blank();
    }
    Optional<UUID> clientId = call.body().find("clientCommentId", UUID.class);
    return switch (writeComment.write(report(call), call.caller().subject(), text, clientId)) {
      case WriteComment.Result.Written(Comment comment) -> answer(201, comment);
      case WriteComment.Result.Replayed(Comment comment) -> answer(200, comment);
      case WriteComment.Result.DifferentText _ -> Answer.refuse(ErrorCode.DIFFERENT_BODY);
      case WriteComment.Result.NoReport _ -> Answer.refuse(ErrorCode.NOT_FOUND);
    };
  }

  private Answer rewrite(Call call) {
    String text = call.body().text("text");
    if (text.isBlank()) {
      return blank();
    }
    return answer(
        changeComment.rewrite(
            report(call), comment(call), call.caller().subject(), expected(call), text),
        comment -> answer(200, comment));
  }

  private Answer remove(Call call) {
    return answer(
        changeComment.remove(report(call), comment(call), call.caller().subject(), expected(call)),
        _ -> Answer.nothing());
  }

  private static Answer answer(CommentResult result, Function<Comment, Answer> answer) {
    return switch (result) {
      case CommentResult.Done(Comment comment) -> answer.apply(comment);
      case CommentResult.Absent _ -> Answer.refuse(ErrorCode.NOT_FOUND);
      case CommentResult.NotTheAuthor _ -> Answer.refuse(ErrorCode.FORBIDDEN);
      case CommentResult.Stale(long current) -> EntityTag.stale(current);
    };
  }

  private static Answer answer(int status, Comment comment) {
    return EntityTag.tag(Answer.json(status, out -> write(comment, out)), comment.version());
  }

  private static void write(Comment comment, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("commentId", comment.id().toString());
    out.writeStringField("author", comment.author().value());
    out.writeStringField("text", comment.text());
    out.writeStringField("writtenAt", comment.writtenAt().toString());
    out.writeStringField("changedAt", comment.changedAt().toString());
    out.writeNumberField("version", comment.version());
    out.writeEndObject();
  }

  private static Answer blank() {
    return Answer.refuse(
        Problem.invalid(List.of(Violation.at("/text", "blank", "must not be blank"))));
  }

  private static long expected(Call call) {
    return EntityTag.expected(call).orElseThrow();
  }

  private static ReportId report(Call call) {
    return new ReportId(call.parameter("id", UUID.class));
  }

  private static CommentId comment(Call call) {
    return new CommentId(call.parameter("commentId", UUID.class));
  }
}
