/** Servers of Jakarta EE that run applications with Cairn, driven over HTTP. */
package org.cairncache.containers;
