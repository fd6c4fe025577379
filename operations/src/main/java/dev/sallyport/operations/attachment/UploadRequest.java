package dev.sallyport.operations.attachment;

import dev.sallyport.application.attachment.UploadItem;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.DisplayName;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.VariantShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The two ways of asking for upload forms: by number, or by a list of what will be sent. Both say
 * how many of each kind; the list also lets the policy of each form pin type, size and digest.
 */
final class UploadRequest {
  private static final String COUNTED = "encryptedPosts and plainPosts";
  private static final String LISTED = "attachments";

  /** Longer names are cut for display, this bounds what is looked at. */
  private static final int MAX_NAME = 1024;

  /** What {@link MediaType#parse} reads, written so that a schema can say it. */
  private static final String MEDIA_TYPE =
      "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
          + "(?:[ \\t]*;[ -~]*)?";

  private UploadRequest() {}

  static Shape shape(UploadPolicy policy) {
    SequencedMap<String, ObjectShape> forms = new LinkedHashMap<>();
    forms.put(
        COUNTED,
        ObjectShape.of(
            Member.required("encryptedPosts", new IntegerShape(0, policy.maxEncrypted()))
                .says("Forms that demand encryption at rest."),
            Member.required("plainPosts", new IntegerShape(0, policy.maxPlain()))
                .says("Forms that do not; one of both numbers is over zero.")));
    forms.put(
        LISTED,
        ObjectShape.of(
            Member.required(
                "attachments",
                ArrayShape.of(item(policy), 1, policy.maxEncrypted() + policy.maxPlain()))));
    return VariantShape.byMembers(forms);
  }

  private static ObjectShape item(UploadPolicy policy) {
    return ObjectShape.of(
        Member.required("name", TextShape.text(1, MAX_NAME))
            .says("For people to read; cleaned, and never part of a path."),
        Member.required("contentType", TextShape.of(MEDIA_TYPE, 255, "a media type"))
            .says("Must come true; application/octet-stream says nothing."),
        Member.required("size", new IntegerShape(1, policy.maxBytes().bytes()))
            .says("The exact number of bytes."),
        Member.optional(
                "sha256", TextShape.of("[0-9a-f]{64}", 64, "64 lower-case hexadecimal digits"))
            .says("Digest of the bytes that will be sent."),
        Member.optional("encrypted", new BooleanShape())
            .says("Whether the form demands encryption at rest; true when left out."));
  }

  /** Maps a body of that shape; the items mean nothing when the findings have grown. */
  static List<UploadItem> items(JsonObject body, UploadPolicy policy, Findings findings) {
    List<UploadItem> items = body.has("attachments") ? listed(body) : counted(body);
    if (items.isEmpty()) {
      findings.add("nothing_asked", "asks for no form at all");
    }
    int encrypted = 0;
    for (UploadItem item : items) {
      encrypted += item.encrypted() ? 1 : 0;
    }
    if (encrypted > policy.maxEncrypted()) {
      findings.addAt(
          "attachments", "too_many_items", "has more than " + policy.maxEncrypted() + " encrypted");
    }
    if (items.size() - encrypted > policy.maxPlain()) {
      findings.addAt(
          "attachments", "too_many_items", "has more than " + policy.maxPlain() + " unencrypted");
    }
    return items;
  }

  private static List<UploadItem> counted(JsonObject body) {
    List<UploadItem> items = new ArrayList<>();
    items.addAll(
        Collections.nCopies(
            body.get("encryptedPosts", Long.class).intValue(),
            new UploadItem(Declaration.none(), true)));
    items.addAll(
        Collections.nCopies(
            body.get("plainPosts", Long.class).intValue(),
            new UploadItem(Declaration.none(), false)));
    return items;
  }

  private static List<UploadItem> listed(JsonObject body) {
    return body.list("attachments", JsonObject.class).stream().map(UploadRequest::item).toList();
  }

  private static UploadItem item(JsonObject item) {
    Declaration declaration =
        new Declaration(
            DisplayName.of(item.text("name")),
            Optional.of(MediaType.parse(item.text("contentType"))),
            Optional.of(DataSize.ofBytes(item.get("size", Long.class))),
            item.find("sha256", String.class).map(Sha256::new));
    return new UploadItem(declaration, item.find("encrypted", Boolean.class).orElse(true));
  }
}
