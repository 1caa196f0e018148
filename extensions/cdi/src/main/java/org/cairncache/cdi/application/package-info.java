/** What one CDI application has of Cairn, and how it is made. Not for applications. */
@NullMarked
package org.cairncache.cdi.application;

import org.jspecify.annotations.NullMarked;
