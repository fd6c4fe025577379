package dev.sallyport.http.aws;

import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.application.migration.ShowMigrations;
import dev.sallyport.application.shared.port.IdGenerator;
import java.time.Clock;

/**
 * The migrations of a deployment on services, for whoever has its configuration: no server has to
 * run, and none can before its tables are there.
 */
public final class AwsMigrations implements AutoCloseable {
  private final MigrationsComponent component;

  private AwsMigrations(MigrationsComponent component) {
    this.component = component;
  }

  /** Makes everything and calls nobody. */
  public static AwsMigrations create(AwsConfiguration configuration, Clock clock, IdGenerator ids) {
    return new AwsMigrations(DaggerMigrationsComponent.factory().create(clock, ids, configuration));
  }

  /** Returns what runs them. */
  public RunMigrations runs() {
    return component.runs();
  }

  /** Returns what tells how it stands. */
  public ShowMigrations states() {
    return component.states();
  }

  @Override
  public void close() {
    component.connections().close();
  }
}
