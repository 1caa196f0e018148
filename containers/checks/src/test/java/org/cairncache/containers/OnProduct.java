package org.cairncache.containers;

/** Tests in one kind of server, which the {@link Table} has a column for. */
interface OnProduct {
  Product product();
}
