package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.EnumSet;

/**
 * One content on its way through the checks: an attachment, or a member of an archive in it.
 *
 * @param content what is inspected
 * @param clean where clean bytes go
 * @param again where they go instead when a first reading fails
 * @param deadline when everything has to be done
 * @param budget what may still come out of the attachment
 * @param depth 1 for the attachment, 2 for a member of an archive, and so on
 * @param checks those that have run so far
 */
record InspectionWork(
    Content content,
    Scratch clean,
    Scratch again,
    Deadline deadline,
    ExpansionBudget budget,
    int depth,
    EnumSet<Check> checks) {
  Inspection failed(ReasonCode reason) {
    return new Inspection.Failed(reason, checks);
  }
}
