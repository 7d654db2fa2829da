/**
 * Calls to outside by Vert.x, because its client lets us say to which address it shall connect, whatever the name in the URL
 * says by then. The JDK's client resolves the name by itself, so between our look at the address and its connection somebody
 * could point the name at a machine inside (DNS rebinding).
 *
 * <p>{@link cn.yiqilai.platform.vertx.PinnedPost} is the one thing here, and blocking from outside.
 */
@NullMarked
package cn.yiqilai.platform.vertx;

import org.jspecify.annotations.NullMarked;
