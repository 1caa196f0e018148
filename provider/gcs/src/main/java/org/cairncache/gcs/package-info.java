/** Caches in Google Cloud Storage, by its JSON API: one object for each entry. */
@NullMarked
package org.cairncache.gcs;

import org.jspecify.annotations.NullMarked;
