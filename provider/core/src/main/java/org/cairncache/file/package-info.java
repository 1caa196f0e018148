/** Entries in files, one each, shared by the processes of one host. */
@NullMarked
package org.cairncache.file;

import org.jspecify.annotations.NullMarked;
