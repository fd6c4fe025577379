package dev.sallyport.operations.report;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/**
 * Contributes the operations on reports; needs a {@link PageTokenSeal} and the {@code MappedAreas}
 * that are counted.
 */
@Module
public interface ReportOperationsModule {
  /** Contributes the submission. */
  @Provides
  @IntoSet
  static HttpOperation submit(SubmitOperation submit) {
    return submit.operation();
  }

  /** Contributes the list. */
  @Provides
  @IntoSet
  static HttpOperation list(ListOperation list) {
    return list.operation();
  }

  /** Contributes the change of several. */
  @Provides
  @IntoSet
  static HttpOperation bulk(BulkOperation bulk) {
    return bulk.operation();
  }

  /** Contributes the recent searches. */
  @Provides
  @IntoSet
  static HttpOperation recentSearches(RecentSearchOperation searches) {
    return searches.operation();
  }

  /** Contributes the erasure of reports. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> erasures(ErasureOperations operations) {
    return operations.all();
  }

  /** Contributes the files of reports. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> exports(ExportOperations operations) {
    return operations.all();
  }

  /** Contributes what is done with the tracker. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> tracker(TrackerOperations operations) {
    return operations.all();
  }

  /** Contributes the heat maps. */
  @Provides
  @IntoSet
  static HttpOperation heatMap(HeatMapOperation heatMap) {
    return heatMap.operation();
  }

  /** Contributes what is done with one report. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> triage(TriageOperations operations) {
    return operations.all();
  }

  /** Contributes the comments on reports. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> comments(CommentOperations operations) {
    return operations.all();
  }

  /** Contributes the report form. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> form(FormOperations operations) {
    return operations.all();
  }
}
