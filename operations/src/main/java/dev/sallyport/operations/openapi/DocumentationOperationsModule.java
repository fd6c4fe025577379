package dev.sallyport.operations.openapi;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the document and its page. */
@Module
public interface DocumentationOperationsModule {
  /** Contributes them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(DocumentationOperations operations) {
    return operations.all();
  }
}
