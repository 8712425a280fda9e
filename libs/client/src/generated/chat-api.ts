/** Generated from the OpenAPI document of the service by "npm run client:generate"; not written by hand. */
export interface paths {
    "/accounts/{account}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the agents of an account */
        get: operations["AgentsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an agent */
        get: operations["AgentsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message and get the answer
         * @description One turn: as JSON, with "stream": true as server-sent events, or with "Prefer: respond-async" as 202 and the Location of its stream.
         */
        post: operations["ChatController_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a turn as server-sent events
         * @description A message begins a turn; turn_id or Last-Event-ID only ever reads one, from where the reader left. A ticket begins or joins one turn, and then reads that one.
         */
        get: operations["ChatController_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/turns/{turn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a turn as far as it has come */
        get: operations["TurnsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/turns/{turn}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a turn
         * @description 202 when the stop is on its way, to whatever process runs the turn; 200 with the final state when it had ended.
         */
        post: operations["TurnsController_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/messages/{message}/regenerate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a message once more
         * @description A new turn for the same message. The answer before, and what came after it, leaves the conversation.
         */
        post: operations["TurnsController_regenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a conversation
         * @description The session token is for the visitor: it reaches this conversation and no other.
         */
        post: operations["SessionsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/sessions/{session}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renew the token of a conversation */
        post: operations["SessionsController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/sessions/{session}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a conversation
         * @description The newest message first.
         */
        get: operations["SessionsController_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Erase a conversation */
        delete: operations["SessionsController_erase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/messages/{message}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rate an answer
         * @description The last rating counts; null takes it back.
         */
        post: operations["SessionsController_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/stream-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a ticket for one turn
         * @description To be used within 30 seconds in the query of the stream. It begins or joins one turn, and then reads that one.
         */
        post: operations["StreamTicketsController_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agents as OpenAI models
         * @description OpenAI-compatible; errors have the form {"error": {…}}.
         */
        get: operations["ModelsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an agent as an OpenAI model */
        get: operations["ModelsController_get[0]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{account}/{model}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an agent as an OpenAI model */
        get: operations["ModelsController_get[1]"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a conversation, OpenAI-compatible
         * @description The messages are the conversation: the last one is the new message, those before it are the history, system and developer messages are instructions below the agent’s own. With X-Salient-Session or metadata.session_id that session is continued and only the last message is used. With "stream": true the answer is server-sent events of OpenAI’s chunks. Parameters that are not named here are ignored. Errors have the form {"error": {…}}.
         */
        post: operations["CompletionsController_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/ui/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a chat of the AI SDK as a UI message stream
         * @description Takes what DefaultChatTransport of useChat sends. Only the last message is read: what was said before is in the session of the chat’s id. The same message id begins one turn, however often it is sent. The answer’s metadata has turn_id and session_id, and for a publishable token the session_token that continues.
         */
        post: operations["UiChatController_chat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}/agents/{agent}/ui/chat/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resume a chat of the AI SDK
         * @description The running turn as a UI message stream from its beginning, or 204 when nothing runs.
         */
        get: operations["UiChatController_resume"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_alive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            /** @enum {string} */
            code: "invalid_request" | "unknown_field" | "token_missing" | "token_invalid" | "token_expired" | "token_revoked" | "invalid_credentials" | "totp_required" | "budget_exceeded" | "forbidden" | "scope_missing" | "origin_not_allowed" | "account_mismatch" | "not_found" | "account_not_found" | "agent_not_found" | "session_not_found" | "turn_not_found" | "turn_in_progress" | "idempotency_in_progress" | "account_status_conflict" | "migration_in_progress" | "move_conflict" | "token_not_active" | "entry_exists" | "schema_exists" | "import_conflict" | "member_exists" | "last_owner" | "totp_conflict" | "slug_taken" | "precondition_failed" | "body_too_large" | "unsupported_media_type" | "idempotency_mismatch" | "schema_invalid" | "rate_limited" | "quota_exhausted" | "internal_error" | "provider_error" | "provider_unavailable" | "tenant_unavailable" | "tenant_suspended" | "mail_unavailable" | "draining" | "worker_lost" | "provider_timeout";
            request_id: string;
            retryable: boolean;
            errors?: {
                pointer: string;
                code: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AgentsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "slug": "info",
                     *           "name": "Harbor Clinic information desk",
                     *           "description": "Finds doctors, departments and services.",
                     *           "greeting": "Welcome. What can I look up for you?",
                     *           "suggestions": [
                     *             "Which cardiologists speak Spanish?"
                     *           ],
                     *           "theme": {
                     *             "accent": "#0b6e8a"
                     *           },
                     *           "limits": {
                     *             "message_characters_max": 16000
                     *           }
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            slug: string;
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            limits: {
                                message_characters_max: number;
                            };
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AgentsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "slug": "info",
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "limits": {
                     *         "message_characters_max": 16000
                     *       }
                     *     }
                     */
                    "application/json": {
                        slug: string;
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        limits: {
                            message_characters_max: number;
                        };
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChatController_chat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "Which cardiologists speak Spanish?",
                 *       "session_id": null
                 *     }
                 */
                "application/json": {
                    message: string;
                    session_id?: string | null;
                    client_message_id?: string;
                    /** @default false */
                    stream?: boolean;
                    metadata?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "response": "Dr. Ana Ruiz [1] does.",
                     *       "status": "completed",
                     *       "finish_reason": "stop",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "usage": {
                     *         "input_tokens": 1033,
                     *         "output_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "source": "provider"
                     *       },
                     *       "citations": [
                     *         {
                     *           "index": 1,
                     *           "list": "doctors",
                     *           "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "entry_version": 7,
                     *           "title": "Dr. Ana Ruiz"
                     *         }
                     *       ],
                     *       "llm_request_id": "01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "completed_at": "2026-03-02T09:30:01.840Z",
                     *       "timings_ms": {
                     *         "total": 1840,
                     *         "first_token": 620,
                     *         "tools": 95
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        response: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        finish_reason: string | null;
                        model?: string | null;
                        usage: {
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                        } | null;
                        cost?: {
                            amount: string | null;
                            currency: string;
                            /** @enum {string} */
                            source: "provider" | "estimated" | "unknown" | "none";
                        };
                        citations: {
                            index: number;
                            list: string;
                            /** Format: uuid */
                            entry_id: string;
                            entry_version: number;
                            title: string;
                        }[];
                        llm_request_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        completed_at: string | null;
                        timings_ms: {
                            total: number;
                            first_token: number | null;
                            tools: number;
                        } | null;
                        session_token?: string;
                    };
                    /**
                     * @example retry: 3000
                     *
                     *     event: start
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:0
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","session_id":"01a20ec8-6273-72b5-9042-e099e0b0a684","message_id":"01a20ec8-6274-7012-90a8-5a13765257d4","agent":"info","resumed":false}
                     *
                     *     event: delta
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"text":"Dr. Ana Ruiz [1] does.","offset":0}
                     *
                     *     event: citation
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"index":1,"list":"doctors","entry_id":"01a20ec5-b422-7641-a0d0-0c4dd2625471","entry_version":7,"title":"Dr. Ana Ruiz"}
                     *
                     *     event: done
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:end
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","status":"completed","finish_reason":"stop","chars":22,"sha256":"…"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description OK */
            202: {
                headers: {
                    /** @description Where the turn can be followed, a path of this service */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "status": "running",
                     *       "created_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        /** Format: date-time */
                        created_at: string;
                        session_token?: string;
                    };
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget_exceeded */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description turn_in_progress, idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_error */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended, draining, provider_unavailable, worker_lost */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_timeout */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChatController_stream: {
        parameters: {
            query?: {
                message?: string;
                session_id?: string;
                client_message_id?: string;
                turn_id?: string;
                ticket?: string;
            };
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example retry: 3000
                     *
                     *     event: start
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:0
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","session_id":"01a20ec8-6273-72b5-9042-e099e0b0a684","message_id":"01a20ec8-6274-7012-90a8-5a13765257d4","agent":"info","resumed":false}
                     *
                     *     event: delta
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"text":"Dr. Ana Ruiz [1] does.","offset":0}
                     *
                     *     event: citation
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"index":1,"list":"doctors","entry_id":"01a20ec5-b422-7641-a0d0-0c4dd2625471","entry_version":7,"title":"Dr. Ana Ruiz"}
                     *
                     *     event: done
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:end
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","status":"completed","finish_reason":"stop","chars":22,"sha256":"…"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget_exceeded */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found, turn_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description turn_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended, draining */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TurnsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                turn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "response": "Dr. Ana Ruiz [1] does.",
                     *       "status": "completed",
                     *       "finish_reason": "stop",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "usage": {
                     *         "input_tokens": 1033,
                     *         "output_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "source": "provider"
                     *       },
                     *       "citations": [
                     *         {
                     *           "index": 1,
                     *           "list": "doctors",
                     *           "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "entry_version": 7,
                     *           "title": "Dr. Ana Ruiz"
                     *         }
                     *       ],
                     *       "llm_request_id": "01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "completed_at": "2026-03-02T09:30:01.840Z",
                     *       "timings_ms": {
                     *         "total": 1840,
                     *         "first_token": 620,
                     *         "tools": 95
                     *       },
                     *       "failure_code": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        response: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        finish_reason: string | null;
                        model?: string | null;
                        usage: {
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                        } | null;
                        cost?: {
                            amount: string | null;
                            currency: string;
                            /** @enum {string} */
                            source: "provider" | "estimated" | "unknown" | "none";
                        };
                        citations: {
                            index: number;
                            list: string;
                            /** Format: uuid */
                            entry_id: string;
                            entry_version: number;
                            title: string;
                        }[];
                        llm_request_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        completed_at: string | null;
                        timings_ms: {
                            total: number;
                            first_token: number | null;
                            tools: number;
                        } | null;
                        session_token?: string;
                        failure_code: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, turn_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TurnsController_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                turn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "response": "Dr. Ana Ruiz [1] does.",
                     *       "status": "completed",
                     *       "finish_reason": "stop",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "usage": {
                     *         "input_tokens": 1033,
                     *         "output_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "source": "provider"
                     *       },
                     *       "citations": [
                     *         {
                     *           "index": 1,
                     *           "list": "doctors",
                     *           "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "entry_version": 7,
                     *           "title": "Dr. Ana Ruiz"
                     *         }
                     *       ],
                     *       "llm_request_id": "01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "completed_at": "2026-03-02T09:30:01.840Z",
                     *       "timings_ms": {
                     *         "total": 1840,
                     *         "first_token": 620,
                     *         "tools": 95
                     *       },
                     *       "failure_code": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        response: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        finish_reason: string | null;
                        model?: string | null;
                        usage: {
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                        } | null;
                        cost?: {
                            amount: string | null;
                            currency: string;
                            /** @enum {string} */
                            source: "provider" | "estimated" | "unknown" | "none";
                        };
                        citations: {
                            index: number;
                            list: string;
                            /** Format: uuid */
                            entry_id: string;
                            entry_version: number;
                            title: string;
                        }[];
                        llm_request_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        completed_at: string | null;
                        timings_ms: {
                            total: number;
                            first_token: number | null;
                            tools: number;
                        } | null;
                        session_token?: string;
                        failure_code: string | null;
                    };
                };
            };
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "response": "Dr. Ana Ruiz [1] does.",
                     *       "status": "running",
                     *       "finish_reason": null,
                     *       "model": "openai/gpt-4.1-mini",
                     *       "usage": {
                     *         "input_tokens": 1033,
                     *         "output_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "source": "provider"
                     *       },
                     *       "citations": [
                     *         {
                     *           "index": 1,
                     *           "list": "doctors",
                     *           "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "entry_version": 7,
                     *           "title": "Dr. Ana Ruiz"
                     *         }
                     *       ],
                     *       "llm_request_id": "01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "completed_at": "2026-03-02T09:30:01.840Z",
                     *       "timings_ms": {
                     *         "total": 1840,
                     *         "first_token": 620,
                     *         "tools": 95
                     *       },
                     *       "failure_code": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        response: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        finish_reason: string | null;
                        model?: string | null;
                        usage: {
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                        } | null;
                        cost?: {
                            amount: string | null;
                            currency: string;
                            /** @enum {string} */
                            source: "provider" | "estimated" | "unknown" | "none";
                        };
                        citations: {
                            index: number;
                            list: string;
                            /** Format: uuid */
                            entry_id: string;
                            entry_version: number;
                            title: string;
                        }[];
                        llm_request_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        completed_at: string | null;
                        timings_ms: {
                            total: number;
                            first_token: number | null;
                            tools: number;
                        } | null;
                        session_token?: string;
                        failure_code: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, turn_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TurnsController_regenerate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "stream": false
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    stream?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "account": "harbor-clinic",
                     *       "agent": "info",
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "user_message_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "response": "Dr. Ana Ruiz [1] does.",
                     *       "status": "completed",
                     *       "finish_reason": "stop",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "usage": {
                     *         "input_tokens": 1033,
                     *         "output_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "source": "provider"
                     *       },
                     *       "citations": [
                     *         {
                     *           "index": 1,
                     *           "list": "doctors",
                     *           "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "entry_version": 7,
                     *           "title": "Dr. Ana Ruiz"
                     *         }
                     *       ],
                     *       "llm_request_id": "01a20ec8-7000-7aa0-8d0f-3c5a1b2e4f61",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "completed_at": "2026-03-02T09:30:01.840Z",
                     *       "timings_ms": {
                     *         "total": 1840,
                     *         "first_token": 620,
                     *         "tools": 95
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        account: string;
                        agent: string;
                        /** Format: uuid */
                        session_id: string;
                        /** Format: uuid */
                        user_message_id: string;
                        /** Format: uuid */
                        message_id: string;
                        response: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                        finish_reason: string | null;
                        model?: string | null;
                        usage: {
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                        } | null;
                        cost?: {
                            amount: string | null;
                            currency: string;
                            /** @enum {string} */
                            source: "provider" | "estimated" | "unknown" | "none";
                        };
                        citations: {
                            index: number;
                            list: string;
                            /** Format: uuid */
                            entry_id: string;
                            entry_version: number;
                            title: string;
                        }[];
                        llm_request_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        completed_at: string | null;
                        timings_ms: {
                            total: number;
                            first_token: number | null;
                            tools: number;
                        } | null;
                        session_token?: string;
                    };
                    /**
                     * @example retry: 3000
                     *
                     *     event: start
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:0
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","session_id":"01a20ec8-6273-72b5-9042-e099e0b0a684","message_id":"01a20ec8-6274-7012-90a8-5a13765257d4","agent":"info","resumed":false}
                     *
                     *     event: delta
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"text":"Dr. Ana Ruiz [1] does.","offset":0}
                     *
                     *     event: citation
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:22
                     *     data: {"index":1,"list":"doctors","entry_id":"01a20ec5-b422-7641-a0d0-0c4dd2625471","entry_version":7,"title":"Dr. Ana Ruiz"}
                     *
                     *     event: done
                     *     id: 01a20ec8-6274-7012-90a8-5a13765257d4:end
                     *     data: {"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","status":"completed","finish_reason":"stop","chars":22,"sha256":"…"}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget_exceeded */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description turn_in_progress, idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_error */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended, draining, provider_unavailable, worker_lost */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_timeout */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_open: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "session_token": "sal_vs_…",
                     *       "expires_at": "2026-04-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        session_id: string;
                        session_token?: string;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "session_token": "sal_vs_…",
                     *       "expires_at": "2026-04-01T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        session_id: string;
                        session_token?: string;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_messages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
                agent: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *           "role": "assistant",
                     *           "content": "Dr. Ana Ruiz [1] does.",
                     *           "status": "completed",
                     *           "finish_reason": "stop",
                     *           "failure_code": null,
                     *           "parent_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *           "tools": [],
                     *           "citations": [
                     *             {
                     *               "index": 1,
                     *               "list": "doctors",
                     *               "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *               "entry_version": 7,
                     *               "title": "Dr. Ana Ruiz"
                     *             }
                     *           ],
                     *           "feedback": null,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "completed_at": "2026-03-02T09:30:01.840Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            role: "user" | "assistant";
                            content: string;
                            /** @enum {string} */
                            status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                            finish_reason: string | null;
                            failure_code: string | null;
                            parent_id: string | null;
                            tools: {
                                tool_call_id: string;
                                name: string;
                                label: string;
                                /** @enum {string} */
                                state: "started" | "completed" | "failed";
                                result_count: number | null;
                                duration_ms: number | null;
                            }[];
                            citations: {
                                index: number;
                                list: string;
                                /** Format: uuid */
                                entry_id: string;
                                entry_version: number;
                                title: string;
                            }[];
                            feedback: {
                                /** @enum {string} */
                                rating: "up" | "down";
                                comment: string | null;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            completed_at: string | null;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionsController_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                message: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rating": "up"
                 *     }
                 */
                "application/json": {
                    rating: ("up" | "down") | null;
                    comment?: string | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "rating": "up",
                     *       "comment": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        message_id: string;
                        rating: ("up" | "down") | null;
                        comment: string | null;
                    };
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    StreamTicketsController_issue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "message": "Which cardiologists speak Spanish?",
                 *       "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684"
                 *     }
                 */
                "application/json": {
                    message?: string;
                    session_id?: string | null;
                    /** Format: uuid */
                    turn_id?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ticket": "sal_st_…",
                     *       "expires_at": "2026-03-02T09:30:30.000Z"
                     *     }
                     */
                    "application/json": {
                        ticket?: string;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found, turn_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ModelsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "data": [
                     *         {
                     *           "id": "harbor-clinic/info",
                     *           "object": "model",
                     *           "created": 1772443800,
                     *           "owned_by": "harbor-clinic",
                     *           "name": "Harbor Clinic information desk",
                     *           "description": "Finds doctors, departments and services."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            /** @constant */
                            object: "model";
                            created: number;
                            owned_by: string;
                            name: string;
                            description: string;
                        }[];
                    };
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ModelsController_get[0]": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "harbor-clinic/info",
                     *       "object": "model",
                     *       "created": 1772443800,
                     *       "owned_by": "harbor-clinic",
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services."
                     *     }
                     */
                    "application/json": {
                        id: string;
                        /** @constant */
                        object: "model";
                        created: number;
                        owned_by: string;
                        name: string;
                        description: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agent_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "ModelsController_get[1]": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "harbor-clinic/info",
                     *       "object": "model",
                     *       "created": 1772443800,
                     *       "owned_by": "harbor-clinic",
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services."
                     *     }
                     */
                    "application/json": {
                        id: string;
                        /** @constant */
                        object: "model";
                        created: number;
                        owned_by: string;
                        name: string;
                        description: string;
                    };
                };
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agent_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CompletionsController_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "harbor-clinic/info",
                 *       "messages": [
                 *         {
                 *           "role": "user",
                 *           "content": "Which cardiologists speak Spanish?"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    model: string;
                    messages: (({
                        /** @enum {string} */
                        role: "system" | "developer" | "user";
                        content: string | ({
                            /** @constant */
                            type: "text";
                            text: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    }) | ({
                        /** @constant */
                        role: "assistant";
                        content?: (string | ({
                            /** @constant */
                            type: "text";
                            text: string;
                        } & {
                            [key: string]: unknown;
                        })[]) | null;
                    } & {
                        [key: string]: unknown;
                    }))[];
                    stream?: boolean | null;
                    stream_options?: ({
                        include_usage?: boolean | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    metadata?: {
                        [key: string]: string;
                    } | null;
                    n?: 1 | null;
                    tools?: unknown[] | null;
                    functions?: unknown[] | null;
                    logprobs?: false | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "chatcmpl-01a20ec8-6274-7012-90a8-5a13765257d4",
                     *       "object": "chat.completion",
                     *       "created": 1772443800,
                     *       "model": "harbor-clinic/info",
                     *       "choices": [
                     *         {
                     *           "index": 0,
                     *           "message": {
                     *             "role": "assistant",
                     *             "content": "Dr. Ana Ruiz [1] does.",
                     *             "refusal": null
                     *           },
                     *           "logprobs": null,
                     *           "finish_reason": "stop"
                     *         }
                     *       ],
                     *       "usage": {
                     *         "prompt_tokens": 1033,
                     *         "completion_tokens": 128,
                     *         "total_tokens": 1161
                     *       },
                     *       "salient": {
                     *         "turn_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *         "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *         "citations": [
                     *           {
                     *             "index": 1,
                     *             "list": "doctors",
                     *             "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *             "entry_version": 7,
                     *             "title": "Dr. Ana Ruiz"
                     *           }
                     *         ],
                     *         "cost": {
                     *           "amount": "0.00128900",
                     *           "currency": "USD",
                     *           "source": "provider"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        id: string;
                        /** @constant */
                        object: "chat.completion";
                        created: number;
                        model: string;
                        choices: {
                            index: number;
                            message: {
                                /** @constant */
                                role: "assistant";
                                content: string;
                                refusal: null;
                            };
                            logprobs: null;
                            /** @enum {string} */
                            finish_reason: "stop" | "length" | "content_filter";
                        }[];
                        usage?: {
                            prompt_tokens: number;
                            completion_tokens: number;
                            total_tokens: number;
                        };
                        salient: {
                            turn_id: string;
                            session_id: string;
                            citations: ({
                                index: number;
                                title: string;
                            } & {
                                [key: string]: unknown;
                            })[];
                            cost: ({
                                amount: string | null;
                                currency: string;
                            } & {
                                [key: string]: unknown;
                            }) | null;
                        };
                    };
                    /**
                     * @example data: {"id":"chatcmpl-01a20ec8-6274-7012-90a8-5a13765257d4","object":"chat.completion.chunk","created":1772443800,"model":"harbor-clinic/info","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]}
                     *
                     *     data: {"id":"chatcmpl-01a20ec8-6274-7012-90a8-5a13765257d4","object":"chat.completion.chunk","created":1772443800,"model":"harbor-clinic/info","choices":[{"index":0,"delta":{"content":"Dr. Ana Ruiz [1] does."},"logprobs":null,"finish_reason":null}]}
                     *
                     *     data: {"id":"chatcmpl-01a20ec8-6274-7012-90a8-5a13765257d4","object":"chat.completion.chunk","created":1772443800,"model":"harbor-clinic/info","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]}
                     *
                     *     data: [DONE]
                     */
                    "text/event-stream": string;
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget_exceeded */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description turn_in_progress, idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_error */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended, draining, provider_unavailable, worker_lost */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description provider_timeout */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UiChatController_chat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "chat-1",
                 *       "messages": [
                 *         {
                 *           "id": "message-1",
                 *           "role": "user",
                 *           "parts": [
                 *             {
                 *               "type": "text",
                 *               "text": "Which cardiologists speak Spanish?"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "trigger": "submit-message"
                 *     }
                 */
                "application/json": {
                    id: string;
                    messages: ({
                        id: string;
                        /** @enum {string} */
                        role: "system" | "user" | "assistant";
                        parts: ({
                            type: string;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    })[];
                    /**
                     * @default submit-message
                     * @enum {string}
                     */
                    trigger?: "submit-message" | "regenerate-message";
                    messageId?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example data: {"type":"start","messageId":"01a20ec8-6274-7012-90a8-5a13765257d4","messageMetadata":{"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","session_id":"01a20ec8-6273-72b5-9042-e099e0b0a684"}}
                     *
                     *     data: {"type":"text-start","id":"text-1"}
                     *
                     *     data: {"type":"text-delta","id":"text-1","delta":"Dr. Ana Ruiz [1] does."}
                     *
                     *     data: {"type":"text-end","id":"text-1"}
                     *
                     *     data: {"type":"finish","finishReason":"stop","messageMetadata":{"status":"completed"}}
                     *
                     *     data: [DONE]
                     */
                    "text/event-stream": string;
                };
            };
            /** @description invalid_request, unknown_field */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description budget_exceeded */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found, session_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description turn_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description body_too_large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description unsupported_media_type */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended, draining */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UiChatController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example data: {"type":"start","messageId":"01a20ec8-6274-7012-90a8-5a13765257d4","messageMetadata":{"turn_id":"01a20ec8-6274-7012-90a8-5a13765257d4","session_id":"01a20ec8-6273-72b5-9042-e099e0b0a684"}}
                     *
                     *     data: {"type":"text-start","id":"text-1"}
                     *
                     *     data: {"type":"text-delta","id":"text-1","delta":"Dr. Ana Ruiz [1] does."}
                     *
                     *     data: {"type":"text-end","id":"text-1"}
                     *
                     *     data: {"type":"finish","finishReason":"stop","messageMetadata":{"status":"completed"}}
                     *
                     *     data: [DONE]
                     */
                    "text/event-stream": string;
                };
            };
            /** @description No content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description invalid_request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_missing, token_invalid, token_expired, token_revoked */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden, scope_missing, origin_not_allowed, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, agent_not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description tenant_unavailable, tenant_suspended */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_alive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It takes requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It takes none: it leaves, or cannot tell accounts and tokens */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
