/** The elements of the forum, registered. */
import './comments.js';
import './fit-question.js';
import './list-view.js';
import './notices.js';
import './request-view.js';
import './roadmap.js';
import './similar.js';
import './vote.js';
import './writing.js';
