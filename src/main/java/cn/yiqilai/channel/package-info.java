/**
 * The door: browser, app, WeChat, telephone and SMS turned into utterances and back.
 *
 * <p>Each channel has a folder of its own and knows nothing of the others; {@code channel.chat} is the chat over HTTP and
 * WebSocket, used by the web page and by the web views of the app and of WeChat. What comes in is checked here; what goes
 * out is the same for all: an {@link cn.yiqilai.conversation.Exchange}.
 */
@NullMarked
package cn.yiqilai.channel;

import org.jspecify.annotations.NullMarked;
