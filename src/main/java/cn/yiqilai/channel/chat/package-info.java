/**
 * Chat over HTTP and WebSocket, as the public contract has it.
 *
 * <p>{@link cn.yiqilai.channel.chat.AskResource}: one question, one answer, nothing kept. {@link
 * cn.yiqilai.channel.chat.ConversationResource}: a conversation that survives reloads and restarts; whoever holds its token
 * may speak in it, and to everybody else it does not exist (404). {@link cn.yiqilai.channel.chat.ConversationStream}: what is
 * said, as it is said; a client that was away says up to which {@code seq} it got and misses nothing.
 *
 * <p>Under more load than can be borne, {@code Reception} lets a bounded number of asks wait, {@link
 * cn.yiqilai.channel.chat.AskGate} takes a bounded number of messages, and the rest is told to come back (429). Conversations go
 * before single asks, and who wants a person before everybody.
 */
@NullMarked
package cn.yiqilai.channel.chat;

import org.jspecify.annotations.NullMarked;
