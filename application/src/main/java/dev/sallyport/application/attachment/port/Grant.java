package dev.sallyport.application.attachment.port;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.util.List;

/**
 * The attachments of one call and the limits that their account has to keep.
 *
 * @param account who is charged
 * @param attachments first revisions, at least one, all of this account
 * @param policy the limits in force
 */
public record Grant(QuotaAccount account, List<Attachment> attachments, UploadPolicy policy) {
  /** Copies the list and rejects an empty or mixed one. */
  public Grant {
    attachments = List.copyOf(attachments);
    if (attachments.isEmpty() || attachments.size() > UploadPolicy.MOST_FORMS_PER_CALL) {
      throw new IllegalArgumentException("a grant is of 1 to 90 attachments");
    }
    for (Attachment attachment : attachments) {
      if (!attachment.account().equals(account) || attachment.revision() != 1) {
        throw new IllegalArgumentException("first revisions of one account");
      }
    }
  }

  /** Returns how many objects are charged. */
  public long objects() {
    return attachments.size();
  }

  /** Returns how many bytes are charged and reserved: what the forms allow. */
  public DataSize bytes() {
    DataSize sum = DataSize.ZERO;
    for (Attachment attachment : attachments) {
      sum = sum.plus(attachment.reservedBytes());
    }
    return sum;
  }
}
