package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.domain.sanitization.ArchiveLimits;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.shared.DataSize;

/** What may still come out of one attachment, however its archives lie in one another. */
final class ExpansionBudget {
  private int members;
  private long bytes;

  ExpansionBudget(ArchiveLimits limits, DataSize attachment) {
    members = limits.maxMembers();
    bytes = limits.room(attachment).bytes();
  }

  void takeMember() throws RefusedMemberException {
    if (members == 0) {
      throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
    }
    members--;
  }

  void takeBytes(long count) throws RefusedMemberException {
    if (count > bytes) {
      throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
    }
    bytes -= count;
  }

  /** Returns how many bytes may still come out. */
  DataSize left() {
    return DataSize.ofBytes(bytes);
  }
}
