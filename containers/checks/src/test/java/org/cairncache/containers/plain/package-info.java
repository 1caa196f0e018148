/** An application that uses the annotations of JSR-107 without Cairn. */
package org.cairncache.containers.plain;
