package dev.sallyport.inmemory.report;

import dev.sallyport.contract.report.CommentStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryCommentStoreTest implements CommentStoreContract {
  @Override
  public Opened open() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Opened(family.comments(), family.reports(), family.outbox());
  }
}
