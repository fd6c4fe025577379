package dev.sallyport.application.sanitization.port;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Unpacks an archive member by member, has each judged, and packs what became of them anew.
 *
 * <p>Promises what {@link ContentRebuilder} does. Knows nothing of members but their names and
 * bytes: what they are and whether they pass is for {@link Members} to say, and a member that does
 * not pass is the end of the archive. Counts nothing either, but what it needs for itself.
 */
public interface ArchiveRebuilder {
  /** Returns the types that this rebuilder handles; no two rebuilders of a deployment share one. */
  Set<FileType> types();

  /**
   * Rebuilds an archive that was recognised as one of {@link #types()}.
   *
   * @param content what a stranger sent; never empty
   * @param type what it was recognised as
   * @param policy the limits to keep
   * @param deadline looked at often; when it has come, {@link
   *     dev.sallyport.application.shared.DeadlineExceededException}
   * @param members judges what is in it
   * @param sink takes the clean bytes; whatever was written there means nothing unless the answer
   *     is {@link Rebuilt.Done}
   * @throws RefusedMemberException as it came from the members
   * @throws IOException only when reading the content or writing to the sink fails, or as it came
   *     from the members; whatever is wrong with the archive itself is an answer
   */
  Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      Members members,
      OutputStream sink)
      throws IOException;
}
