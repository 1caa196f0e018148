/** What is done around calls of annotated methods. Not for applications. */
@NullMarked
package org.cairncache.cdi.advice;

import org.jspecify.annotations.NullMarked;
