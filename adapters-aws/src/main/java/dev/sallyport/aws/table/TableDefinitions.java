package dev.sallyport.aws.table;

import java.util.List;
import java.util.Optional;

/**
 * Describes the tables, once: whoever creates, checks, reads or writes them takes the names of keys
 * and indexes from here.
 */
public final class TableDefinitions {
  /** Index of attachments by the time at which a sweeper should look at them. */
  public static final TableIndex DUE =
      new TableIndex("DueIndex", TableKey.of("dueShard", "duePlace"));

  /** Index of judged attachments by the day, then the time at which they were first judged. */
  public static final TableIndex JUDGED =
      new TableIndex("JudgedIndex", TableKey.of("judgedShard", "judgedPlace"));

  /** Index of all reports by time of receipt. */
  public static final TableIndex RECEIVED =
      new TableIndex("ReceivedIndex", TableKey.of("listShard", "listPlace"));

  /** Index of reports by status, then by time of receipt. */
  public static final TableIndex STATUS =
      new TableIndex("StatusIndex", TableKey.of("statusShard", "listPlace"));

  /** Index of reports by severity, then by time of receipt. */
  public static final TableIndex SEVERITY =
      new TableIndex("SeverityIndex", TableKey.of("severityShard", "listPlace"));

  /** Index of reports by assignee, then by time of receipt. */
  public static final TableIndex ASSIGNEE =
      new TableIndex("AssigneeIndex", TableKey.of("assignee", "listPlace"));

  /** Key of waiting events: shard, then place. */
  public static final TableKey OUTBOX = TableKey.of("shard", "place");

  /** Key of jobs: what they are listed under, then their place there. */
  public static final TableKey JOBS = TableKey.of("shard", "place");

  /** Key of what triagers add: what it belongs to, then its place there. */
  public static final TableKey TRIAGE = TableKey.of("owner", "place");

  /** Key of SLA errors. */
  public static final TableKey SLA_ERRORS = new TableKey("ErrorId", Optional.empty());

  /** Index of SLA errors by the instant of their acceptance, then by folder. */
  public static final TableIndex AFFECTED_DATE =
      new TableIndex("AffectedDateIndex", TableKey.of("AffectedDate", "Folder"), true);

  /** Index of SLA errors by folder, then by the instant of their acceptance. */
  public static final TableIndex FOLDER =
      new TableIndex("FolderIndex", TableKey.of("Folder", "AffectedDate"), true);

  /** Index of SLA errors by a shard of the day, then by the instant of their acceptance. */
  public static final TableIndex AFFECTED_DAY =
      new TableIndex("AffectedDayIndex", TableKey.of("AffectedDay", "AffectedDate"), true);

  /** The attribute by which items expire. */
  public static final String EXPIRES_AT = "expiresAt";

  private TableDefinitions() {}

  /** Returns the tables of a deployment. */
  public static List<TableDefinition> of(TableSettings settings) {
    TableKey id = new TableKey(TableReads.ID, Optional.empty());
    return List.of(
        new TableDefinition(
            settings.attachments(), id, List.of(DUE, JUDGED), Optional.of(EXPIRES_AT)),
        new TableDefinition(
            settings.reports(),
            id,
            List.of(RECEIVED, STATUS, SEVERITY, ASSIGNEE),
            Optional.empty()),
        new TableDefinition(settings.outbox(), OUTBOX, List.of(), Optional.empty()),
        new TableDefinition(settings.jobs(), JOBS, List.of(), Optional.empty()),
        new TableDefinition(settings.triage(), TRIAGE, List.of(), Optional.empty()),
        new TableDefinition(settings.profiles(), id, List.of(), Optional.of(EXPIRES_AT)),
        new TableDefinition(
            settings.slaErrors(),
            SLA_ERRORS,
            List.of(AFFECTED_DATE, FOLDER, AFFECTED_DAY),
            Optional.of(EXPIRES_AT)));
  }
}
