package dev.sallyport.application.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.Sha256;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Hands out presigned forms, each for one file of one new attachment, to whoever keeps within the
 * quota.
 */
public final class GrantUploads {
  /** Most bytes of a picture: the photographs of today's telephones have half of it. */
  public static final DataSize MAX_PICTURE = DataSize.ofMebibytes(16);

  private final AttachmentLedger ledger;
  private final StorageAccess storage;
  private final PostPolicySigner signer;
  private final UploadPolicy policy;
  private final IdGenerator ids;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public GrantUploads(
      AttachmentLedger ledger,
      StorageAccess storage,
      PostPolicySigner signer,
      UploadPolicy policy,
      IdGenerator ids,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.storage = storage;
    this.signer = signer;
    this.policy = policy;
    this.ids = ids;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Grants all items or none.
   *
   * @param items at least one, at most {@code maxEncrypted} encrypted and {@code maxPlain} plain
   *     ones, none larger than {@code maxBytes}
   * @param account who is charged
   * @throws IllegalArgumentException when the items break the policy: callers validate first,
   *     because only they can name what is wrong
   */
  public GrantResult grant(List<UploadItem> items, QuotaAccount account) {
    requireAllowed(items);
    Instant now = clock.instant();
    Receipt receipt = Receipt.ofRandom(ids.newSecret(Receipt.BYTES));
    Sha256 receiptHash = receipt.hash();
    List<Attachment> granted = new ArrayList<>(items.size());
    for (UploadItem item : items) {
      granted.add(attachment(item, account, receiptHash, now));
    }
    return grant(account, granted, receipt, now);
  }

  /**
   * Grants one form for a picture, of at most {@link #MAX_PICTURE} or what the policy allows;
   * encrypted at rest where the policy lets anything be.
   *
   * @param purpose which picture of whom
   * @param account who is charged
   */
  public GrantResult grantPicture(Purpose purpose, QuotaAccount account) {
    Instant now = clock.instant();
    Receipt receipt = Receipt.ofRandom(ids.newSecret(Receipt.BYTES));
    Attachment picture =
        Attachment.granted(
            new AttachmentId(ids.newId()),
            purpose,
            Declaration.none(),
            policy.maxEncrypted() > 0,
            policy.maxBytes().exceeds(MAX_PICTURE) ? MAX_PICTURE : policy.maxBytes(),
            account,
            receipt.hash(),
            now,
            policy.life());
    return grant(account, List.of(picture), receipt, now);
  }

  private GrantResult grant(
      QuotaAccount account, List<Attachment> granted, Receipt receipt, Instant now) {
    return switch (ledger.grant(new Grant(account, granted, policy), now)) {
      case GrantOutcome.Granted _ -> {
        metrics.count("upload.granted");
        yield new GrantResult.Granted(receipt, sign(granted, now));
      }
      case GrantOutcome.QuotaExceeded(Instant windowEnds) -> {
        metrics.count("upload.refused", "reason", "quota");
        yield new GrantResult.QuotaExceeded(windowEnds);
      }
      case GrantOutcome.QuarantineFull _ -> {
        metrics.count("upload.refused", "reason", "quarantine_full");
        yield new GrantResult.QuarantineFull();
      }
    };
  }

  private Attachment attachment(
      UploadItem item, QuotaAccount account, Sha256 receiptHash, Instant now) {
    return Attachment.granted(
        new AttachmentId(ids.newId()),
        item.declaration(),
        item.encrypted(),
        item.declaration().size().orElse(policy.maxBytes()),
        account,
        receiptHash,
        now,
        policy.life());
  }

  private List<UploadForm> sign(List<Attachment> granted, Instant now) {
    StorageAccess.Target target = storage.uploads();
    List<UploadForm> forms = new ArrayList<>(granted.size());
    for (Attachment attachment : granted) {
      forms.add(sign(attachment, target, now));
    }
    return forms;
  }

  private UploadForm sign(Attachment attachment, StorageAccess.Target target, Instant now) {
    Declaration declaration = attachment.declaration();
    PostRequest request =
        new PostRequest(
            target.bucket(),
            attachment.quarantineKey().value(),
            target.region(),
            target.url(),
            policy.life(),
            declaration.size().map(DataSize::bytes).orElse(0L),
            attachment.maxBytes().bytes(),
            declaration.contentType().map(MediaType::value),
            checksum(declaration),
            attachment.encrypted() ? policy.encryption() : new Encryption.None(),
            new LinkedHashMap<>());
    return new UploadForm(
        attachment.id(),
        attachment.encrypted(),
        signer.sign(request, target.credentials(), now),
        attachment.maxBytes());
  }

  private Optional<String> checksum(Declaration declaration) {
    return storage.verifiesPostedChecksums()
        ? declaration.sha256().map(Sha256::base64)
        : Optional.empty();
  }

  private void requireAllowed(List<UploadItem> items) {
    int encrypted = 0;
    boolean sizesFit = true;
    for (UploadItem item : items) {
      encrypted += item.encrypted() ? 1 : 0;
      sizesFit &= !item.declaration().size().orElse(DataSize.ZERO).exceeds(policy.maxBytes());
    }
    if (items.isEmpty()
        || encrypted > policy.maxEncrypted()
        || items.size() - encrypted > policy.maxPlain()
        || !sizesFit) {
      throw new IllegalArgumentException("the items break the upload policy");
    }
  }
}
