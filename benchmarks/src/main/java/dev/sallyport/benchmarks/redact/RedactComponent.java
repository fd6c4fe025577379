package dev.sallyport.benchmarks.redact;

import dagger.Component;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.media.text.TextModule;
import jakarta.inject.Singleton;
import java.util.Set;

/** The product's rebuilders of text, and nothing else. */
@Singleton
@Component(modules = TextModule.class)
interface RedactComponent {
  Set<ContentRebuilder> rebuilders();
}
