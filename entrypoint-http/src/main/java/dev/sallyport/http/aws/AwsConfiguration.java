package dev.sallyport.http.aws;

import dev.sallyport.http.deployment.DeploymentSettings;

/**
 * Everything that a deployment on services has to be told.
 *
 * @param deployment what every deployment is told
 * @param services where it keeps things
 */
public record AwsConfiguration(DeploymentSettings deployment, AwsServices services) {}
