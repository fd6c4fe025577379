/**
 * Jira Cloud as issue tracker, over its <a
 * href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/">REST API v3</a> and the
 * JDK's HTTP client. The only address that is ever asked is the configured one.
 */
@NullMarked
package dev.sallyport.web.tracker;

import org.jspecify.annotations.NullMarked;
