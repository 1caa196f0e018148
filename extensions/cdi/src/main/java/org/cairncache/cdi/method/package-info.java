/** What caching annotations on the methods of beans mean. Not for applications. */
@NullMarked
package org.cairncache.cdi.method;

import org.jspecify.annotations.NullMarked;
