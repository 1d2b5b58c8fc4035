/** Cases kept and answered: the reader of payments' events, the store, and the list of work. */
package io.headwater.denials.worklist;
