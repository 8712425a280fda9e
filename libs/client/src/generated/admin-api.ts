/** Generated from the OpenAPI document of the service by "npm run client:generate"; not written by hand. */
export interface paths {
    "/api/admin/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description Where each account lives, its schema, size, connections now, last backup and breaker. For platform admins.
         */
        get: operations["TenantsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/database-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List database servers
         * @description By name, each with how many accounts it holds. For platform admins.
         */
        get: operations["DatabaseServersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move an account to another database server
         * @description It is served all the while: at the cut-over its requests wait for at most five seconds, and none fails. The move goes on in the background, also after a crash; what fails before the cut-over is undone. For platform admins.
         */
        post: operations["TenantMovesController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tenant-moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List moves */
        get: operations["TenantMovesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tenant-moves/{move}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a move */
        get: operations["TenantMovesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tenant-moves/{move}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a move
         * @description A `progress` event, as the move is read, at first and with each change; the last one when it has ended.
         */
        get: operations["TenantMovesController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/tenant-moves/{move}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a move up
         * @description The account stays where it is, and what was copied is dropped. Not after the cut-over.
         */
        post: operations["TenantMovesController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fleet-migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List fleet migrations */
        get: operations["FleetMigrationsController_list"];
        put?: never;
        /**
         * Bring every tenant to the newest schema
         * @description A few canaries first, then the others. It goes on in the background, also after a crash. For platform admins.
         */
        post: operations["FleetMigrationsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fleet-migrations/{migration}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a fleet migration */
        get: operations["FleetMigrationsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fleet-migrations/{migration}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a fleet migration
         * @description A `progress` event, as the migration is read, at first and with each change; the last one when it has ended.
         */
        get: operations["FleetMigrationsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fleet-migrations/{migration}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a fleet migration
         * @description No other account is begun; those under way are finished.
         */
        post: operations["FleetMigrationsController_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/fleet-migrations/{migration}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a fleet migration */
        post: operations["FleetMigrationsController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Whoever has a second factor sends its code, or a recovery code, as `totp`.
         */
        post: operations["AuthController_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stay signed in
         * @description Uses the refresh cookie up and sets the next one.
         */
        post: operations["AuthController_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["AuthController_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/logout-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description Ends every session of the caller at once, this one included.
         */
        post: operations["AuthController_logoutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password
         * @description Asks for the one that you have; a wrong one is a fault of `current_password`. Every other session ends, this one goes on with the token of the answer and the cookie beside it, and a mail tells you.
         */
        post: operations["AuthController_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["AuthController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an invitation */
        get: operations["LinksController_show"];
        put?: never;
        /**
         * Accept an invitation
         * @description Somebody new chooses a password of at least 12 characters; somebody known sends the one that he has.
         */
        post: operations["LinksController_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Mails a link to the user of that address. The answer is the same when there is none.
         */
        post: operations["LinksController_requestReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/password-reset/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password
         * @description Signs every session of the user out.
         */
        post: operations["LinksController_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a second factor
         * @description The secret is shown here alone. It counts when a first code has confirmed it.
         */
        post: operations["TotpController_enrol"];
        /**
         * Take the second factor away
         * @description Its owner is told by e-mail. Nothing happens when there is none.
         */
        delete: operations["TotpController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the second factor
         * @description From now on signing in needs a code. The recovery codes are shown here alone.
         */
        post: operations["TotpController_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description Your own sessions that live, the newest first. Signing in with an identity provider makes none.
         */
        get: operations["SignInSessionsController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/auth/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out there
         * @description Ends one of your own sessions at once, with its access tokens. One that has ended already answers the same.
         */
        delete: operations["SignInSessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members and open invitations */
        get: operations["MembersController_list"];
        put?: never;
        /**
         * Invite somebody
         * @description Mails a link that is good for seven days. Asking again sends a new link in place of the old one.
         */
        post: operations["MembersController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a member */
        get: operations["MembersController_get"];
        put?: never;
        post?: never;
        /**
         * Remove a member, or take an invitation back
         * @description It holds from the next request on.
         */
        delete: operations["MembersController_remove"];
        options?: never;
        head?: never;
        /**
         * Give another role
         * @description Nobody gives, or takes, a role above their own.
         */
        patch: operations["MembersController_update"];
        trace?: never;
    };
    "/api/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts */
        get: operations["AccountsController_list"];
        put?: never;
        /**
         * Create an account
         * @description Provisions a PostgreSQL database of its own. For platform admins.
         */
        post: operations["AccountsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an account */
        get: operations["AccountsController_get"];
        put?: never;
        post?: never;
        /**
         * Delete an account
         * @description It is out of service at once. Until its grace is over it can be resumed; then its database is dropped. For its owners.
         */
        delete: operations["AccountsController_delete"];
        options?: never;
        head?: never;
        /**
         * Rename an account
         * @description Another name is for its admins, another slug for platform admins: every URL of the account changes with it.
         */
        patch: operations["AccountsController_update"];
        trace?: never;
    };
    "/api/admin/accounts/{account}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an account
         * @description It answers 503 tenant_suspended until it is resumed. For platform admins.
         */
        post: operations["AccountsController_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume an account
         * @description Takes a suspension back, or a deletion whose grace is not over. For platform admins.
         */
        post: operations["AccountsController_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List agents */
        get: operations["AgentsController_list"];
        put?: never;
        /**
         * Create an agent
         * @description Visitors reach it at once, unless it is a draft.
         */
        post: operations["AgentsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}": {
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
        /**
         * Delete an agent
         * @description Visitors reach it no more, and its slug is free. Its conversations stay readable; turns that run come to their end.
         */
        delete: operations["AgentsController_delete"];
        options?: never;
        head?: never;
        /**
         * Change an agent
         * @description What is left out stays. A published agent is published anew at once; with "draft": true the change waits in its draft. Turns that run keep the agent that they began with.
         */
        patch: operations["AgentsController_update"];
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what was published */
        get: operations["AgentVersionsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a version */
        get: operations["AgentVersionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions
         * @description By default what is published with the draft.
         */
        get: operations["AgentVersionsController_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft
         * @description Also an agent that was never published, or was taken from visitors. One without a draft stays as it is.
         */
        post: operations["AgentVersionsController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/unpublish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an agent from visitors
         * @description What it is stays, its draft included, and can be published again.
         */
        post: operations["AgentVersionsController_unpublish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an earlier version again
         * @description Under a new number, so that nothing that was ever published is lost. A draft stays.
         */
        post: operations["AgentVersionsController_rollBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Throw the draft away */
        delete: operations["AgentVersionsController_discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/agents/{agent}/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get leave to try a draft
         * @description For half an hour, chat-api answers with the draft (or the version named) as it is now when a request to this agent carries `Authorization: Bearer {token}` and `X-Salient-Preview: {preview}`. Its turns are left out of the usage. Both secrets are shown once.
         */
        post: operations["AgentPreviewsController_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations
         * @description The newest first, by agent, time, status, feedback and words.
         */
        get: operations["ConversationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/sessions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export conversations
         * @description JSON lines, each a whole conversation with its messages, filtered as the list is.
         */
        get: operations["ConversationsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a conversation */
        get: operations["ConversationsController_get"];
        put?: never;
        post?: never;
        /**
         * Erase a conversation
         * @description Nothing that was said remains, here or in the audit; of its turns only the numbers do, so that the usage adds up.
         */
        delete: operations["ConversationsController_erase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/sessions/{session}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was said
         * @description The newest first, with tools, citations, cost, timing and feedback.
         */
        get: operations["ConversationsController_messages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List unanswered questions
         * @description Searches that found nothing and answers that say so, grouped by question; what was asked last comes first.
         */
        get: operations["UnansweredController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/unanswered/{key}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take care of a question
         * @description With the entry that answers it, with synonyms for a list, or as one that needs no answer. Asked in vain again, it comes back.
         */
        post: operations["UnansweredController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the usage
         * @description Turns, tokens, cost and latency by the hour or day, together or by agent, token or model. By default of the last 30 days.
         */
        get: operations["UsageController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/usage/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the usage
         * @description The lines of the same report as CSV.
         */
        get: operations["UsageController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tokens */
        get: operations["TokensController_list"];
        put?: never;
        /**
         * Create a token
         * @description The answer is the only one that ever holds the token itself.
         */
        post: operations["TokensController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a token */
        get: operations["TokensController_get"];
        put?: never;
        post?: never;
        /**
         * End a token for good
         * @description It stops on every process within a second.
         */
        delete: operations["TokensController_revoke"];
        options?: never;
        head?: never;
        /**
         * Change a token
         * @description What is left out stays. Every process knows within a second.
         */
        patch: operations["TokensController_update"];
        trace?: never;
    };
    "/api/admin/accounts/{account}/tokens/{token}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Roll a token
         * @description Makes a token like this one and answers it as creating does. The old one stays good until the grace ends.
         */
        post: operations["TokensController_roll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/tokens/{token}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the usage of a token
         * @description Turns, tokens, cost and latency by the hour or day. By default of the last 30 days.
         */
        get: operations["TokenUsageController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the token that this request is sent with
         * @description For whoever finds a token where it should not be. It stops on every process within a second.
         */
        delete: operations["OwnTokenController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit
         * @description The newest first, by who did it, what, to what, and when.
         */
        get: operations["AuditController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit
         * @description JSON lines, filtered as the list is.
         */
        get: operations["AuditController_export"];
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
    "/api/admin/accounts/{account}/directory-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List directory lists */
        get: operations["DirectoryListsController_page"];
        put?: never;
        /**
         * Create a directory list
         * @description It pins a version of its schema and of the account’s overlay over it; the newest unless the request names others.
         */
        post: operations["DirectoryListsController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a directory list */
        get: operations["DirectoryListsController_get"];
        put?: never;
        post?: never;
        /**
         * Delete a directory list
         * @description With its entries, their history and its imports, for good.
         */
        delete: operations["DirectoryListsController_delete"];
        options?: never;
        head?: never;
        /**
         * Change a directory list
         * @description Another schema_version or overlay_version moves it to that version: 422 names the entries that do not fit, and nothing changes.
         */
        patch: operations["DirectoryListsController_update"];
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what entries have to fit
         * @description The version of the schema that the list pins, with the version of the account’s overlay that it pins laid over it.
         */
        get: operations["DirectoryListsController_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the entries of a list
         * @description Without sort the best match of q comes first, or the newest where nothing is asked. A name sorts by its letters, whatever their case and accents. filter[field]=value, which may be repeated, filters by a field.
         */
        get: operations["DirectoryEntriesController_page"];
        put?: never;
        /** Create an entry */
        post: operations["DirectoryEntriesController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an entry */
        get: operations["DirectoryEntriesController_get"];
        put?: never;
        post?: never;
        /**
         * Delete an entry
         * @description Its history stays, and undo brings it back.
         */
        delete: operations["DirectoryEntriesController_delete"];
        options?: never;
        head?: never;
        /**
         * Change an entry
         * @description What is left out stays; tags, contact and data are replaced whole. What the entry was is kept in its history.
         */
        patch: operations["DirectoryEntriesController_update"];
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many entries
         * @description Those that are named or that a filter finds: all of them, or none when one would not fit the schema.
         */
        post: operations["EntryChangesController_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries/{entry}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an entry is and was
         * @description The newest version first; also of an entry that is deleted.
         */
        get: operations["EntryChangesController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries/{entry}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo the last change of an entry
         * @description Or bring back the version that is named; a deleted entry comes back too. What is undone stays in the history.
         */
        post: operations["EntryChangesController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/entries.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a list as CSV
         * @description Importing it again changes nothing. What a spreadsheet would run as a formula begins with an apostrophe, which the import takes off.
         */
        get: operations["DirectoryExportController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports */
        get: operations["DirectoryImportsController_page"];
        put?: never;
        /**
         * Upload a CSV file
         * @description The file is checked and compared with the list; nothing changes until the import is applied. Columns are found by their headers; map[Header]=target, which may be repeated, says what one is: external_key, name, tags, status, contact.…, data.…, or empty to leave it out.
         */
        post: operations["DirectoryImportsController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import */
        get: operations["DirectoryImportsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is wrong in the file
         * @description row, column, code, message, suggestion.
         */
        get: operations["DirectoryImportsController_faults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow an import
         * @description progress whenever something changes; end when nothing will by itself any more. A reader that comes back after end gets 204.
         */
        get: operations["DirectoryImportsController_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply an import
         * @description In one transaction. 409 when the list is not any more what the dry run has seen: its counts are renewed then.
         */
        post: operations["ImportStepsController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an import
         * @description Entries become again what they were; those that were changed after the import stay, and `kept` counts them.
         */
        post: operations["ImportStepsController_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-lists/{list}/imports/{import}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description While it is being checked, ready, or even being applied: then nothing of it stays.
         */
        post: operations["ImportStepsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/directory-schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List directory schemas */
        get: operations["DirectorySchemasController_list"];
        put?: never;
        /**
         * Create a directory schema
         * @description Version 1 of an entry type. `schema` is the document, or `document` its text as YAML or JSON. For platform admins.
         */
        post: operations["DirectorySchemasController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/directory-schemas/{entry_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the newest version of a schema */
        get: operations["DirectorySchemasController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Deprecate a schema, or take that back
         * @description No new list can be made of a deprecated schema; lists that there are go on. For platform admins.
         */
        patch: operations["DirectorySchemasController_update"];
        trace?: never;
    };
    "/api/admin/directory-schemas/{entry_type}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a schema */
        get: operations["SchemaVersionsController_page"];
        put?: never;
        /**
         * Add a version to a schema
         * @description Lists keep the version that they pin until they are moved; ask `compatibility` first what that would do. A document that says what the newest version says adds none: 200 with that version. For platform admins.
         */
        post: operations["DirectorySchemasController_addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/directory-schemas/{entry_type}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one version of a schema */
        get: operations["SchemaVersionsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/directory-schemas/{entry_type}/versions/{version}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export one version of a schema
         * @description The document as a file, in its author’s order: the same bytes each time, and importing it changes nothing.
         */
        get: operations["SchemaVersionsController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/directory-schemas/{entry_type}/compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a version would do
         * @description Nothing changes. A page of the accounts that have lists of the type: which of their entries would be refused, and what their agents’ models would read. For platform admins.
         */
        post: operations["SchemaVersionsController_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the schemas that lists can have */
        get: operations["AccountSchemasController_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a new list would pin
         * @description The newest version of the platform’s schema with the account’s newest overlay, and what the lists of this type pin.
         */
        get: operations["AccountSchemasController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}/compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a move of the lists would do
         * @description Nothing changes. What is left out is the newest: a version of the schema, an overlay that is stored (`overlay_version`, null for none) or sent (`overlay`, or `document` as YAML or JSON). Which entries would be refused, and what the agents’ models would read.
         */
        post: operations["AccountSchemasController_compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}/overlay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the newest overlay */
        get: operations["SchemaOverlaysController_get"];
        put?: never;
        post?: never;
        /**
         * Take the overlay away
         * @description Lists that pin it keep it until they are moved with `overlay_version: null`. If-Match takes the tag of the account’s schema.
         */
        delete: operations["SchemaOverlaysController_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}/overlay/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the overlay */
        get: operations["SchemaOverlaysController_page"];
        put?: never;
        /**
         * Lay an overlay over a schema
         * @description `overlay` is the document, or `document` its text as YAML or JSON. Labels replace the platform’s, lists grow, rules may only become stricter. New lists pin it; others when they are moved to it. If-Match takes the tag of the account’s schema.
         */
        post: operations["SchemaOverlaysController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}/overlay/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one version of the overlay */
        get: operations["SchemaOverlaysController_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/accounts/{account}/directory-schemas/{entry_type}/overlay/versions/{version}/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export one version of the overlay
         * @description As a file: the same bytes each time, and importing it changes nothing.
         */
        get: operations["SchemaOverlaysController_export"];
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
    TenantsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *           "slug": "harbor-clinic",
                     *           "status": "active",
                     *           "server": "default",
                     *           "database": "salient_tenant_01a20ec490f17c528a3e5b1d2c3e4f50",
                     *           "config_version": 4,
                     *           "schema_version": "AuditRights1764930000000",
                     *           "migration_error": null,
                     *           "migration_failed_at": null,
                     *           "connections": 2,
                     *           "size_bytes": 11534336,
                     *           "last_backup_at": "2026-03-03T10:00:00.000Z",
                     *           "breaker": "closed",
                     *           "created_at": "2026-03-02T09:30:00.000Z"
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
                            slug: string;
                            /** @enum {string} */
                            status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                            server: string;
                            database: string;
                            config_version: number;
                            schema_version: string | null;
                            migration_error: string | null;
                            migration_failed_at: string | null;
                            connections: number | null;
                            size_bytes: number | null;
                            last_backup_at: string | null;
                            breaker: ("closed" | "open") | null;
                            /** Format: date-time */
                            created_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DatabaseServersController_list: {
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec4-0000-7111-8222-333344445555",
                     *           "name": "default",
                     *           "host": "postgres.internal",
                     *           "port": 5432,
                     *           "max_connections": 300,
                     *           "reserved_connections": 20,
                     *           "accepts_tenants": true,
                     *           "tenants": 12
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            host: string;
                            port: number;
                            max_connections: number;
                            reserved_connections: number;
                            accepts_tenants: boolean;
                            tenants: number;
                        }[];
                    };
                };
            };
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TenantMovesController_start: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "server": "second",
                 *       "keep": "24h"
                 *     }
                 */
                "application/json": {
                    server: string;
                    /** @default 1h */
                    keep?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec9-4455-7667-9889-aabbccddeeff",
                     *       "account_id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "account": "harbor-clinic",
                     *       "status": "running",
                     *       "step": "preparing",
                     *       "from_server": "default",
                     *       "to_server": "second",
                     *       "rows_total": null,
                     *       "rows_copied": 0,
                     *       "rows_caught_up": 0,
                     *       "pauses": 0,
                     *       "paused_ms": null,
                     *       "keep_until": null,
                     *       "former_dropped_at": null,
                     *       "cancel_requested_at": null,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        account_id: string;
                        account: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "failed" | "cancelled";
                        /** @enum {string} */
                        step: "preparing" | "copying" | "catching_up" | "pausing" | "settling" | "undoing" | "ended";
                        from_server: string;
                        to_server: string;
                        rows_total: number | null;
                        rows_copied: number;
                        rows_caught_up: number;
                        pauses: number;
                        paused_ms: number | null;
                        keep_until: string | null;
                        former_dropped_at: string | null;
                        cancel_requested_at: string | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description idempotency_in_progress, account_status_conflict, move_conflict */
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
        };
    };
    TenantMovesController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                account?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec9-4455-7667-9889-aabbccddeeff",
                     *           "account_id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *           "account": "harbor-clinic",
                     *           "status": "running",
                     *           "step": "copying",
                     *           "from_server": "default",
                     *           "to_server": "second",
                     *           "rows_total": 120000,
                     *           "rows_copied": 48500,
                     *           "rows_caught_up": 0,
                     *           "pauses": 0,
                     *           "paused_ms": null,
                     *           "keep_until": null,
                     *           "former_dropped_at": null,
                     *           "cancel_requested_at": null,
                     *           "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *           "error": null,
                     *           "created_at": "2026-03-03T10:00:00.000Z",
                     *           "finished_at": null
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
                            /** Format: uuid */
                            account_id: string;
                            account: string;
                            /** @enum {string} */
                            status: "running" | "completed" | "failed" | "cancelled";
                            /** @enum {string} */
                            step: "preparing" | "copying" | "catching_up" | "pausing" | "settling" | "undoing" | "ended";
                            from_server: string;
                            to_server: string;
                            rows_total: number | null;
                            rows_copied: number;
                            rows_caught_up: number;
                            pauses: number;
                            paused_ms: number | null;
                            keep_until: string | null;
                            former_dropped_at: string | null;
                            cancel_requested_at: string | null;
                            started_by: string;
                            error: string | null;
                            /** Format: date-time */
                            created_at: string;
                            finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
        };
    };
    TenantMovesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                move: string;
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
                     *       "id": "01a20ec9-4455-7667-9889-aabbccddeeff",
                     *       "account_id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "account": "harbor-clinic",
                     *       "status": "running",
                     *       "step": "copying",
                     *       "from_server": "default",
                     *       "to_server": "second",
                     *       "rows_total": 120000,
                     *       "rows_copied": 48500,
                     *       "rows_caught_up": 0,
                     *       "pauses": 0,
                     *       "paused_ms": null,
                     *       "keep_until": null,
                     *       "former_dropped_at": null,
                     *       "cancel_requested_at": null,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        account_id: string;
                        account: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "failed" | "cancelled";
                        /** @enum {string} */
                        step: "preparing" | "copying" | "catching_up" | "pausing" | "settling" | "undoing" | "ended";
                        from_server: string;
                        to_server: string;
                        rows_total: number | null;
                        rows_copied: number;
                        rows_caught_up: number;
                        pauses: number;
                        paused_ms: number | null;
                        keep_until: string | null;
                        former_dropped_at: string | null;
                        cancel_requested_at: string | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TenantMovesController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                move: string;
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
                     *     event: progress
                     *     id: 01a20ec9-4455-7667-9889-aabbccddeeff:0
                     *     data: {"id":"01a20ec9-4455-7667-9889-aabbccddeeff","account_id":"01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50","account":"harbor-clinic","status":"running","step":"copying","from_server":"default","to_server":"second","rows_total":120000,"rows_copied":48500,"rows_caught_up":0,"pauses":0,"paused_ms":null,"keep_until":null,"former_dropped_at":null,"cancel_requested_at":null,"started_by":"admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f","error":null,"created_at":"2026-03-03T10:00:00.000Z","finished_at":null}
                     */
                    "text/event-stream": string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TenantMovesController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                move: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec9-4455-7667-9889-aabbccddeeff",
                     *       "account_id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "account": "harbor-clinic",
                     *       "status": "running",
                     *       "step": "copying",
                     *       "from_server": "default",
                     *       "to_server": "second",
                     *       "rows_total": 120000,
                     *       "rows_copied": 48500,
                     *       "rows_caught_up": 0,
                     *       "pauses": 0,
                     *       "paused_ms": null,
                     *       "keep_until": null,
                     *       "former_dropped_at": null,
                     *       "cancel_requested_at": "2026-03-03T10:00:00.000Z",
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        account_id: string;
                        account: string;
                        /** @enum {string} */
                        status: "running" | "completed" | "failed" | "cancelled";
                        /** @enum {string} */
                        step: "preparing" | "copying" | "catching_up" | "pausing" | "settling" | "undoing" | "ended";
                        from_server: string;
                        to_server: string;
                        rows_total: number | null;
                        rows_copied: number;
                        rows_caught_up: number;
                        pauses: number;
                        paused_ms: number | null;
                        keep_until: string | null;
                        former_dropped_at: string | null;
                        cancel_requested_at: string | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description move_conflict, idempotency_in_progress */
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
        };
    };
    FleetMigrationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec9-3344-7556-8778-99aabbccddee",
                     *           "status": "running",
                     *           "target": "AuditRights1764930000000",
                     *           "canaries": 1,
                     *           "concurrency": 4,
                     *           "total": 12,
                     *           "done": 5,
                     *           "failed": 0,
                     *           "seconds_left": 14,
                     *           "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *           "error": null,
                     *           "created_at": "2026-03-03T10:00:00.000Z",
                     *           "finished_at": null
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
                            status: "running" | "paused" | "completed" | "failed";
                            target: string;
                            canaries: number;
                            concurrency: number;
                            total: number | null;
                            done: number;
                            failed: number;
                            seconds_left: number | null;
                            started_by: string;
                            error: string | null;
                            /** Format: date-time */
                            created_at: string;
                            finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FleetMigrationsController_start: {
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
                 *       "canaries": 1,
                 *       "concurrency": 4
                 *     }
                 */
                "application/json": {
                    /** @default 1 */
                    canaries?: number;
                    /** @default 4 */
                    concurrency?: number;
                };
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec9-3344-7556-8778-99aabbccddee",
                     *       "status": "running",
                     *       "target": "AuditRights1764930000000",
                     *       "canaries": 1,
                     *       "concurrency": 4,
                     *       "total": null,
                     *       "done": 0,
                     *       "failed": 0,
                     *       "seconds_left": null,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "running" | "paused" | "completed" | "failed";
                        target: string;
                        canaries: number;
                        concurrency: number;
                        total: number | null;
                        done: number;
                        failed: number;
                        seconds_left: number | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description migration_in_progress, idempotency_in_progress */
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
        };
    };
    FleetMigrationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                migration: string;
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
                     *       "id": "01a20ec9-3344-7556-8778-99aabbccddee",
                     *       "status": "running",
                     *       "target": "AuditRights1764930000000",
                     *       "canaries": 1,
                     *       "concurrency": 4,
                     *       "total": 12,
                     *       "done": 5,
                     *       "failed": 0,
                     *       "seconds_left": 14,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null,
                     *       "tenants": [
                     *         {
                     *           "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *           "slug": "harbor-clinic",
                     *           "migrations": [
                     *             "AuditRights1764930000000"
                     *           ],
                     *           "error": null,
                     *           "finished_at": "2026-03-03T10:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "running" | "paused" | "completed" | "failed";
                        target: string;
                        canaries: number;
                        concurrency: number;
                        total: number | null;
                        done: number;
                        failed: number;
                        seconds_left: number | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
                        tenants: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            migrations: string[];
                            error: string | null;
                            /** Format: date-time */
                            finished_at: string;
                        }[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FleetMigrationsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                migration: string;
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
                     *     event: progress
                     *     id: 01a20ec9-3344-7556-8778-99aabbccddee:0
                     *     data: {"id":"01a20ec9-3344-7556-8778-99aabbccddee","status":"running","target":"AuditRights1764930000000","canaries":1,"concurrency":4,"total":12,"done":5,"failed":0,"seconds_left":14,"started_by":"admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f","error":null,"created_at":"2026-03-03T10:00:00.000Z","finished_at":null}
                     */
                    "text/event-stream": string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FleetMigrationsController_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                migration: string;
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
                     *       "id": "01a20ec9-3344-7556-8778-99aabbccddee",
                     *       "status": "paused",
                     *       "target": "AuditRights1764930000000",
                     *       "canaries": 1,
                     *       "concurrency": 4,
                     *       "total": 12,
                     *       "done": 5,
                     *       "failed": 0,
                     *       "seconds_left": null,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "running" | "paused" | "completed" | "failed";
                        target: string;
                        canaries: number;
                        concurrency: number;
                        total: number | null;
                        done: number;
                        failed: number;
                        seconds_left: number | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
        };
    };
    FleetMigrationsController_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                migration: string;
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
                     *       "id": "01a20ec9-3344-7556-8778-99aabbccddee",
                     *       "status": "running",
                     *       "target": "AuditRights1764930000000",
                     *       "canaries": 1,
                     *       "concurrency": 4,
                     *       "total": 12,
                     *       "done": 5,
                     *       "failed": 0,
                     *       "seconds_left": 14,
                     *       "started_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "finished_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        status: "running" | "paused" | "completed" | "failed";
                        target: string;
                        canaries: number;
                        concurrency: number;
                        total: number | null;
                        done: number;
                        failed: number;
                        seconds_left: number | null;
                        started_by: string;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        finished_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
        };
    };
    AuthController_login: {
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
                 *       "email": "mara@harbor-clinic.example",
                 *       "password": "correct horse battery staple",
                 *       "totp": "492039"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    password: string;
                    totp?: string;
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
                     *       "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
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
            /** @description invalid_credentials, totp_required */
            401: {
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
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_refresh: {
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
                     *       "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
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
            /** @description token_invalid */
            401: {
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
        };
    };
    AuthController_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
        };
    };
    AuthController_logoutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
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
        };
    };
    AuthController_changePassword: {
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
                 *       "current_password": "correct horse battery staple",
                 *       "password": "a longer and newer one"
                 *     }
                 */
                "application/json": {
                    current_password: string;
                    password: string;
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
                     *       "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.…",
                     *       "token_type": "Bearer",
                     *       "expires_in": 900
                     *     }
                     */
                    "application/json": {
                        access_token: string;
                        /** @constant */
                        token_type: "Bearer";
                        expires_in: number;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
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
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AuthController_me: {
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
                     *       "id": "01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "email": "mara@harbor-clinic.example",
                     *       "name": "Mara Lindqvist",
                     *       "platform_admin": false,
                     *       "totp_enabled": true,
                     *       "memberships": [
                     *         {
                     *           "account_id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *           "account": "harbor-clinic",
                     *           "role": "owner"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string | null;
                        platform_admin: boolean;
                        totp_enabled: boolean;
                        memberships: {
                            /** Format: uuid */
                            account_id: string;
                            account: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "editor" | "viewer";
                        }[];
                    };
                };
            };
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LinksController_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
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
                     *       "email": "jon@harbor-clinic.example",
                     *       "account": {
                     *         "slug": "harbor-clinic",
                     *         "name": "Harbor Clinic"
                     *       },
                     *       "role": "editor",
                     *       "has_password": false,
                     *       "expires_at": "2026-03-09T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        email: string;
                        account: {
                            slug: string;
                            name: string;
                        };
                        /** @enum {string} */
                        role: "owner" | "admin" | "editor" | "viewer";
                        has_password: boolean;
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
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LinksController_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple",
                 *       "name": "Jon Abara"
                 *     }
                 */
                "application/json": {
                    password: string;
                    name?: string;
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
                     *       "email": "jon@harbor-clinic.example",
                     *       "account": "harbor-clinic"
                     *     }
                     */
                    "application/json": {
                        email: string;
                        account: string;
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
            /** @description invalid_credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
            /** @description rate_limited */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LinksController_requestReset: {
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
                 *       "email": "mara@harbor-clinic.example"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description No content */
            202: {
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
        };
    };
    LinksController_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
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
            /** @description not_found */
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
        };
    };
    TotpController_enrol: {
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
                     *       "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                     *       "otpauth_url": "otpauth://totp/Salient:mara@harbor-clinic.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Salient"
                     *     }
                     */
                    "application/json": {
                        secret: string;
                        otpauth_url: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description totp_conflict */
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
        };
    };
    TotpController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
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
        };
    };
    TotpController_confirm: {
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
                 *       "totp": "492039"
                 *     }
                 */
                "application/json": {
                    totp: string;
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
                     *       "recovery_codes": [
                     *         "3f9a-77c1-d0e2",
                     *         "b81e-04d9-5c6f"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        recovery_codes: string[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description totp_conflict */
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
        };
    };
    SignInSessionsController_page: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec4-e9f0-7182-8d90-5e6f70819203",
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "last_used_at": "2026-03-03T10:00:00.000Z",
                     *           "expires_at": "2026-03-17T10:00:00.000Z",
                     *           "address": "203.0.113.7",
                     *           "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0",
                     *           "current": true
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
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            last_used_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            address: string | null;
                            user_agent: string | null;
                            current: boolean;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SignInSessionsController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
        };
    };
    MembersController_list: {
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
                     *           "id": "01a20ec4-d7e8-7071-8c80-4d5e6f708192",
                     *           "email": "jon@harbor-clinic.example",
                     *           "name": null,
                     *           "role": "editor",
                     *           "status": "invited",
                     *           "totp_enabled": false,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "last_login_at": null,
                     *           "expires_at": "2026-03-09T09:30:00.000Z"
                     *         },
                     *         {
                     *           "id": "01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *           "email": "mara@harbor-clinic.example",
                     *           "name": "Mara Lindqvist",
                     *           "role": "owner",
                     *           "status": "active",
                     *           "totp_enabled": true,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "last_login_at": "2026-03-03T10:00:00.000Z",
                     *           "expires_at": null
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
                            email: string;
                            name: string | null;
                            /** @enum {string} */
                            role: "owner" | "admin" | "editor" | "viewer";
                            /** @enum {string} */
                            status: "active" | "invited";
                            totp_enabled: boolean;
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
                            expires_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
        };
    };
    MembersController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "jon@harbor-clinic.example",
                 *       "role": "editor"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "admin" | "editor" | "viewer";
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
                     *       "id": "01a20ec4-d7e8-7071-8c80-4d5e6f708192",
                     *       "email": "jon@harbor-clinic.example",
                     *       "name": null,
                     *       "role": "editor",
                     *       "status": "invited",
                     *       "totp_enabled": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "last_login_at": null,
                     *       "expires_at": "2026-03-09T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "editor" | "viewer";
                        /** @enum {string} */
                        status: "active" | "invited";
                        totp_enabled: boolean;
                        /** Format: date-time */
                        created_at: string;
                        last_login_at: string | null;
                        expires_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description member_exists */
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
            /** @description mail_unavailable */
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
    MembersController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                member: string;
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
                     *       "id": "01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "email": "mara@harbor-clinic.example",
                     *       "name": "Mara Lindqvist",
                     *       "role": "owner",
                     *       "status": "active",
                     *       "totp_enabled": true,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "last_login_at": "2026-03-03T10:00:00.000Z",
                     *       "expires_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "editor" | "viewer";
                        /** @enum {string} */
                        status: "active" | "invited";
                        totp_enabled: boolean;
                        /** Format: date-time */
                        created_at: string;
                        last_login_at: string | null;
                        expires_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MembersController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                member: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last_owner */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    MembersController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "admin"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "admin" | "editor" | "viewer";
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
                     *       "id": "01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "email": "mara@harbor-clinic.example",
                     *       "name": "Mara Lindqvist",
                     *       "role": "admin",
                     *       "status": "active",
                     *       "totp_enabled": true,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "last_login_at": "2026-03-03T10:00:00.000Z",
                     *       "expires_at": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        name: string | null;
                        /** @enum {string} */
                        role: "owner" | "admin" | "editor" | "viewer";
                        /** @enum {string} */
                        status: "active" | "invited";
                        totp_enabled: boolean;
                        /** Format: date-time */
                        created_at: string;
                        last_login_at: string | null;
                        expires_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description last_owner */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    AccountsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *           "slug": "harbor-clinic",
                     *           "name": "Harbor Clinic",
                     *           "status": "active",
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "updated_at": "2026-03-02T09:30:00.000Z",
                     *           "delete_after": null
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
                            slug: string;
                            name: string;
                            /** @enum {string} */
                            status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountsController_create: {
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
                 *       "slug": "harbor-clinic",
                 *       "name": "Harbor Clinic"
                 *     }
                 */
                "application/json": {
                    slug: string;
                    name: string;
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
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic",
                     *       "status": "active",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "delete_after": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description slug_taken, idempotency_in_progress */
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
            /** @description tenant_unavailable */
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
    AccountsController_get: {
        parameters: {
            query?: never;
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
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic",
                     *       "status": "active",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "delete_after": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
        };
    };
    AccountsController_delete: {
        parameters: {
            query?: {
                grace?: string;
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
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic",
                     *       "status": "deleting",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "delete_after": "2026-03-10T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description account_status_conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    AccountsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Harbor Clinic Group"
                 *     }
                 */
                "application/json": {
                    slug?: string;
                    name?: string;
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
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic Group",
                     *       "status": "active",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "delete_after": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description slug_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    AccountsController_suspend: {
        parameters: {
            query?: never;
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
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic",
                     *       "status": "suspended",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "delete_after": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description account_status_conflict */
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
        };
    };
    AccountsController_resume: {
        parameters: {
            query?: never;
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
                     *       "id": "01a20ec4-90f1-7c52-8a3e-5b1d2c3e4f50",
                     *       "slug": "harbor-clinic",
                     *       "name": "Harbor Clinic",
                     *       "status": "active",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "delete_after": null
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        /** @enum {string} */
                        status: "provisioning" | "active" | "suspended" | "moving" | "deleting" | "deleted";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        delete_after: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description account_status_conflict */
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
        };
    };
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
                     *           "name": "Harbor Clinic information desk",
                     *           "description": "Finds doctors, departments and services.",
                     *           "greeting": "Welcome. What can I look up for you?",
                     *           "suggestions": [
                     *             "Which cardiologists speak Spanish?"
                     *           ],
                     *           "theme": {
                     *             "accent": "#0b6e8a"
                     *           },
                     *           "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *           "model": "openai/gpt-4.1-mini",
                     *           "fallbacks": [],
                     *           "lists": [
                     *             "doctors",
                     *             "faq"
                     *           ],
                     *           "tools": [
                     *             "list_directories",
                     *             "search_directory"
                     *           ],
                     *           "limits": {
                     *             "turns_per_minute": 60
                     *           },
                     *           "budget": {
                     *             "amount": "20",
                     *             "currency": "USD",
                     *             "period": "month",
                     *             "directory_only": true
                     *           },
                     *           "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *           "hosted_page": true,
                     *           "max_output_tokens": 1000,
                     *           "temperature": 0.2,
                     *           "disconnect_policy": "continue",
                     *           "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *           "slug": "info",
                     *           "status": "published",
                     *           "version": 3,
                     *           "has_draft": false,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "updated_at": "2026-03-03T10:00:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            /** @enum {string} */
                            status: "published" | "draft";
                            version: number;
                            has_draft: boolean;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AgentsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "info",
                 *       "name": "Harbor Clinic information desk",
                 *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                 *       "lists": [
                 *         "doctors",
                 *         "faq"
                 *       ],
                 *       "greeting": "Welcome. What can I look up for you?"
                 *     }
                 */
                "application/json": {
                    name: string;
                    description?: string;
                    greeting?: string;
                    suggestions?: string[];
                    theme?: {
                        [key: string]: string;
                    };
                    system_prompt: string;
                    model?: string | null;
                    fallbacks?: string[];
                    lists?: string[] | null;
                    tools?: ("list_directories" | "search_directory")[];
                    limits?: {
                        turns_per_minute?: number;
                        concurrent_turns?: number;
                        tool_results_max?: number;
                        history_tokens_max?: number;
                    };
                    budget?: {
                        amount: string;
                        /** @constant */
                        currency: "USD";
                        /** @enum {string} */
                        period: "day" | "month";
                        cheaper_model?: string;
                        directory_only?: boolean;
                    } | null;
                    closed_message?: string;
                    hosted_page?: boolean;
                    max_output_tokens?: number | null;
                    temperature?: number | null;
                    /** @enum {string} */
                    disconnect_policy?: "continue" | "abort";
                    draft?: boolean;
                    slug: string;
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 1,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description slug_taken, idempotency_in_progress */
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 3,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AgentsController_delete: {
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentsController_update: {
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
                 *       "temperature": 0,
                 *       "draft": true
                 *     }
                 */
                "application/json": {
                    name?: string;
                    description?: string;
                    greeting?: string;
                    suggestions?: string[];
                    theme?: {
                        [key: string]: string;
                    };
                    system_prompt?: string;
                    model?: string | null;
                    fallbacks?: string[];
                    lists?: string[] | null;
                    tools?: ("list_directories" | "search_directory")[];
                    limits?: {
                        turns_per_minute?: number;
                        concurrent_turns?: number;
                        tool_results_max?: number;
                        history_tokens_max?: number;
                    };
                    budget?: {
                        amount: string;
                        /** @constant */
                        currency: "USD";
                        /** @enum {string} */
                        period: "day" | "month";
                        cheaper_model?: string;
                        directory_only?: boolean;
                    } | null;
                    closed_message?: string;
                    hosted_page?: boolean;
                    max_output_tokens?: number | null;
                    temperature?: number | null;
                    /** @enum {string} */
                    disconnect_policy?: "continue" | "abort";
                    draft?: boolean;
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 3,
                     *       "has_draft": true,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": {
                     *         "name": "Harbor Clinic information desk",
                     *         "description": "Finds doctors, departments and services.",
                     *         "greeting": "Welcome. What can I look up for you?",
                     *         "suggestions": [
                     *           "Which cardiologists speak Spanish?"
                     *         ],
                     *         "theme": {
                     *           "accent": "#0b6e8a"
                     *         },
                     *         "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *         "model": "openai/gpt-4.1-mini",
                     *         "fallbacks": [],
                     *         "lists": [
                     *           "doctors",
                     *           "faq"
                     *         ],
                     *         "tools": [
                     *           "list_directories",
                     *           "search_directory"
                     *         ],
                     *         "limits": {
                     *           "turns_per_minute": 60
                     *         },
                     *         "budget": {
                     *           "amount": "20",
                     *           "currency": "USD",
                     *           "period": "month",
                     *           "directory_only": true
                     *         },
                     *         "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *         "hosted_page": true,
                     *         "max_output_tokens": 1000,
                     *         "temperature": 0,
                     *         "disconnect_policy": "continue"
                     *       }
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentVersionsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
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
                     *           "version": 3,
                     *           "published_at": "2026-03-03T10:00:00.000Z",
                     *           "published_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *           "restores": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            version: number;
                            /** Format: date-time */
                            published_at: string;
                            published_by: string;
                            restores: number | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AgentVersionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                agent: string;
                version: string;
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
                     *       "version": 3,
                     *       "published_at": "2026-03-03T10:00:00.000Z",
                     *       "published_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *       "restores": null,
                     *       "content": {
                     *         "name": "Harbor Clinic information desk",
                     *         "description": "Finds doctors, departments and services.",
                     *         "greeting": "Welcome. What can I look up for you?",
                     *         "suggestions": [
                     *           "Which cardiologists speak Spanish?"
                     *         ],
                     *         "theme": {
                     *           "accent": "#0b6e8a"
                     *         },
                     *         "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *         "model": "openai/gpt-4.1-mini",
                     *         "fallbacks": [],
                     *         "lists": [
                     *           "doctors",
                     *           "faq"
                     *         ],
                     *         "tools": [
                     *           "list_directories",
                     *           "search_directory"
                     *         ],
                     *         "limits": {
                     *           "turns_per_minute": 60
                     *         },
                     *         "budget": {
                     *           "amount": "20",
                     *           "currency": "USD",
                     *           "period": "month",
                     *           "directory_only": true
                     *         },
                     *         "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *         "hosted_page": true,
                     *         "max_output_tokens": 1000,
                     *         "temperature": 0.2,
                     *         "disconnect_policy": "continue"
                     *       }
                     *     }
                     */
                    "application/json": {
                        version: number;
                        /** Format: date-time */
                        published_at: string;
                        published_by: string;
                        restores: number | null;
                        content: {
                            name?: string;
                            description?: string;
                            greeting?: string;
                            suggestions?: string[];
                            theme?: {
                                [key: string]: string;
                            };
                            system_prompt?: string;
                            model?: string | null;
                            fallbacks?: string[];
                            lists?: string[] | null;
                            tools?: ("list_directories" | "search_directory")[];
                            limits?: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget?: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message?: string;
                            hosted_page?: boolean;
                            max_output_tokens?: number | null;
                            temperature?: number | null;
                            /** @enum {string} */
                            disconnect_policy?: "continue" | "abort";
                        } & {
                            [key: string]: unknown;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AgentVersionsController_diff: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "3",
                     *       "to": "draft",
                     *       "changes": [
                     *         {
                     *           "field": "temperature",
                     *           "from": 0.2,
                     *           "to": 0
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        from: string;
                        to: string;
                        changes: {
                            field: string;
                            from: unknown;
                            to: unknown;
                        }[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AgentVersionsController_publish: {
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 4,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentVersionsController_unpublish: {
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "draft",
                     *       "version": 3,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentVersionsController_rollBack: {
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
                 *       "version": 2
                 *     }
                 */
                "application/json": {
                    version: number;
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 4,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentVersionsController_discardDraft: {
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
                     *       "name": "Harbor Clinic information desk",
                     *       "description": "Finds doctors, departments and services.",
                     *       "greeting": "Welcome. What can I look up for you?",
                     *       "suggestions": [
                     *         "Which cardiologists speak Spanish?"
                     *       ],
                     *       "theme": {
                     *         "accent": "#0b6e8a"
                     *       },
                     *       "system_prompt": "You are the information desk of Harbor Clinic. Answer from the directories and cite them.",
                     *       "model": "openai/gpt-4.1-mini",
                     *       "fallbacks": [],
                     *       "lists": [
                     *         "doctors",
                     *         "faq"
                     *       ],
                     *       "tools": [
                     *         "list_directories",
                     *         "search_directory"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 60
                     *       },
                     *       "budget": {
                     *         "amount": "20",
                     *         "currency": "USD",
                     *         "period": "month",
                     *         "directory_only": true
                     *       },
                     *       "closed_message": "The desk is closed for this month. Call us at +1 555 0100.",
                     *       "hosted_page": true,
                     *       "max_output_tokens": 1000,
                     *       "temperature": 0.2,
                     *       "disconnect_policy": "continue",
                     *       "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *       "slug": "info",
                     *       "status": "published",
                     *       "version": 3,
                     *       "has_draft": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z",
                     *       "draft": null
                     *     }
                     */
                    "application/json": {
                        name: string;
                        description: string;
                        greeting: string;
                        suggestions: string[];
                        theme: {
                            [key: string]: string;
                        };
                        system_prompt: string;
                        model: string | null;
                        fallbacks: string[];
                        lists: string[] | null;
                        tools: ("list_directories" | "search_directory")[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                            tool_results_max?: number;
                            history_tokens_max?: number;
                        };
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                            cheaper_model?: string;
                            directory_only?: boolean;
                        } | null;
                        closed_message: string;
                        hosted_page: boolean;
                        max_output_tokens: number | null;
                        temperature: number | null;
                        /** @enum {string} */
                        disconnect_policy: "continue" | "abort";
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        /** @enum {string} */
                        status: "published" | "draft";
                        version: number;
                        has_draft: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        draft: {
                            name: string;
                            description: string;
                            greeting: string;
                            suggestions: string[];
                            theme: {
                                [key: string]: string;
                            };
                            system_prompt: string;
                            model: string | null;
                            fallbacks: string[];
                            lists: string[] | null;
                            tools: ("list_directories" | "search_directory")[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                                tool_results_max?: number;
                                history_tokens_max?: number;
                            };
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                                cheaper_model?: string;
                                directory_only?: boolean;
                            } | null;
                            closed_message: string;
                            hosted_page: boolean;
                            max_output_tokens: number | null;
                            temperature: number | null;
                            /** @enum {string} */
                            disconnect_policy: "continue" | "abort";
                        } | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
            /** @description precondition_failed */
            412: {
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
    AgentPreviewsController_try: {
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
                /** @example {} */
                "application/json": {
                    version?: number;
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
                     *       "agent": "info",
                     *       "version": null,
                     *       "preview": "01a20ec7-1122-7334-8556-778899aabbcc",
                     *       "token": "sal_vs_…",
                     *       "expires_at": "2026-03-03T11:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        agent: string;
                        version: number | null;
                        preview: string;
                        token: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    ConversationsController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agent?: string;
                start?: string;
                end?: string;
                status?: "running" | "completed" | "stopped" | "failed" | "incomplete";
                feedback?: "up" | "down" | "any" | "none";
                q?: string;
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
                     *           "id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *           "agent": {
                     *             "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *             "slug": "info",
                     *             "name": "Harbor Clinic information desk",
                     *             "deleted": false
                     *           },
                     *           "opening": "Which cardiologists speak Spanish?",
                     *           "turns": 1,
                     *           "status": "completed",
                     *           "failed_turns": 0,
                     *           "feedback": {
                     *             "up": 1,
                     *             "down": 0
                     *           },
                     *           "cost": {
                     *             "amount": "0.00128900",
                     *             "currency": "USD",
                     *             "unknown_turns": 0
                     *           },
                     *           "preview": false,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "last_active_at": "2026-03-02T09:30:00.000Z"
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
                            agent: {
                                /** Format: uuid */
                                id: string;
                                slug: string;
                                name: string;
                                deleted: boolean;
                            };
                            opening: string;
                            turns: number;
                            status: ("running" | "completed" | "stopped" | "failed" | "incomplete") | null;
                            failed_turns: number;
                            feedback: {
                                up: number;
                                down: number;
                            };
                            cost: {
                                amount: string | null;
                                currency: string;
                                unknown_turns: number;
                            };
                            preview: boolean;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            last_active_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    ConversationsController_export: {
        parameters: {
            query?: {
                agent?: string;
                start?: string;
                end?: string;
                status?: "running" | "completed" | "stopped" | "failed" | "incomplete";
                feedback?: "up" | "down" | "any" | "none";
                q?: string;
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON documents, one on each line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"id":"01a20ec8-6273-72b5-9042-e099e0b0a684","agent":{"id":"01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70","slug":"info","name":"Harbor Clinic information desk","deleted":false},"opening":"Which cardiologists speak Spanish?","turns":1,"status":"completed","failed_turns":0,"feedback":{"up":1,"down":0},"cost":{"amount":"0.00128900","currency":"USD","unknown_turns":0},"preview":false,"created_at":"2026-03-02T09:30:00.000Z","last_active_at":"2026-03-02T09:30:00.000Z","messages":[{"id":"01a20ec8-6274-7012-90a8-5a13765257d4","seq":2,"parent_id":"01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60","role":"assistant","content":"Dr. Ana Ruiz [1] does.","status":"completed","finish_reason":"stop","failure_code":null,"superseded":false,"model":"openai/gpt-4.1-mini","usage":{"input_tokens":1033,"output_tokens":128,"total_tokens":1161},"cost":{"amount":"0.00128900","currency":"USD","source":"provider"},"tools":[{"tool_call_id":"call_1","name":"search_directory","label":"Searching doctors","state":"completed","result_count":1,"duration_ms":12}],"citations":[{"index":1,"list":"doctors","entry_id":"01a20ec5-b422-7641-a0d0-0c4dd2625471","entry_version":7,"title":"Dr. Ana Ruiz"}],"timings_ms":{"total":1840,"first_token":620,"tools":95},"feedback":{"rating":"up","comment":null,"at":"2026-03-02T09:30:00.000Z"},"metadata":{},"created_at":"2026-03-02T09:30:00.000Z","completed_at":"2026-03-02T09:30:01.840Z"}]} */
                    "application/x-ndjson": string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    ConversationsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
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
                     *       "id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *       "agent": {
                     *         "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *         "slug": "info",
                     *         "name": "Harbor Clinic information desk",
                     *         "deleted": false
                     *       },
                     *       "opening": "Which cardiologists speak Spanish?",
                     *       "turns": 1,
                     *       "status": "completed",
                     *       "failed_turns": 0,
                     *       "feedback": {
                     *         "up": 1,
                     *         "down": 0
                     *       },
                     *       "cost": {
                     *         "amount": "0.00128900",
                     *         "currency": "USD",
                     *         "unknown_turns": 0
                     *       },
                     *       "preview": false,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "last_active_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        agent: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            name: string;
                            deleted: boolean;
                        };
                        opening: string;
                        turns: number;
                        status: ("running" | "completed" | "stopped" | "failed" | "incomplete") | null;
                        failed_turns: number;
                        feedback: {
                            up: number;
                            down: number;
                        };
                        cost: {
                            amount: string | null;
                            currency: string;
                            unknown_turns: number;
                        };
                        preview: boolean;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_active_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, session_not_found */
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
    ConversationsController_erase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, session_not_found */
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
    ConversationsController_messages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
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
                     *           "seq": 2,
                     *           "parent_id": "01a20ec8-6273-7e1c-8d0f-3c5a1b2e4f60",
                     *           "role": "assistant",
                     *           "content": "Dr. Ana Ruiz [1] does.",
                     *           "status": "completed",
                     *           "finish_reason": "stop",
                     *           "failure_code": null,
                     *           "superseded": false,
                     *           "model": "openai/gpt-4.1-mini",
                     *           "usage": {
                     *             "input_tokens": 1033,
                     *             "output_tokens": 128,
                     *             "total_tokens": 1161
                     *           },
                     *           "cost": {
                     *             "amount": "0.00128900",
                     *             "currency": "USD",
                     *             "source": "provider"
                     *           },
                     *           "tools": [
                     *             {
                     *               "tool_call_id": "call_1",
                     *               "name": "search_directory",
                     *               "label": "Searching doctors",
                     *               "state": "completed",
                     *               "result_count": 1,
                     *               "duration_ms": 12
                     *             }
                     *           ],
                     *           "citations": [
                     *             {
                     *               "index": 1,
                     *               "list": "doctors",
                     *               "entry_id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *               "entry_version": 7,
                     *               "title": "Dr. Ana Ruiz"
                     *             }
                     *           ],
                     *           "timings_ms": {
                     *             "total": 1840,
                     *             "first_token": 620,
                     *             "tools": 95
                     *           },
                     *           "feedback": {
                     *             "rating": "up",
                     *             "comment": null,
                     *             "at": "2026-03-02T09:30:00.000Z"
                     *           },
                     *           "metadata": {},
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
                            seq: number;
                            parent_id: string | null;
                            /** @enum {string} */
                            role: "user" | "assistant";
                            content: string;
                            /** @enum {string} */
                            status: "running" | "completed" | "stopped" | "failed" | "incomplete";
                            finish_reason: string | null;
                            failure_code: string | null;
                            superseded: boolean;
                            model: string | null;
                            usage: {
                                input_tokens: number;
                                output_tokens: number;
                                total_tokens: number;
                            } | null;
                            cost: {
                                amount: string | null;
                                currency: string;
                                /** @enum {string} */
                                source: "provider" | "estimated" | "unknown" | "none";
                            } | null;
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
                            timings_ms: {
                                total: number;
                                first_token: number | null;
                                tools: number;
                            } | null;
                            feedback: {
                                /** @enum {string} */
                                rating: "up" | "down";
                                comment: string | null;
                                at: string | null;
                            } | null;
                            metadata: {
                                [key: string]: string;
                            };
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, session_not_found */
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
    UnansweredController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agent?: string;
                start?: string;
                end?: string;
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
                     *           "key": "9b1ebc1abbfbecd03e00fb898e414e52",
                     *           "question": "Which doctors treat horses?",
                     *           "turns": 3,
                     *           "without_result": 3,
                     *           "agents": [
                     *             "info"
                     *           ],
                     *           "last_asked_at": "2026-03-03T10:00:00.000Z",
                     *           "examples": [
                     *             {
                     *               "session_id": "01a20ec8-6273-72b5-9042-e099e0b0a684",
                     *               "message_id": "01a20ec8-6274-7012-90a8-5a13765257d4",
                     *               "question": "Which doctors treat horses?",
                     *               "answer": "I found none.",
                     *               "asked_at": "2026-03-03T10:00:00.000Z"
                     *             }
                     *           ],
                     *           "resolved_at": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            key: string;
                            question: string;
                            turns: number;
                            without_result: number;
                            agents: string[];
                            /** Format: date-time */
                            last_asked_at: string;
                            examples: {
                                /** Format: uuid */
                                session_id: string;
                                /** Format: uuid */
                                message_id: string;
                                question: string;
                                answer: string;
                                /** Format: date-time */
                                asked_at: string;
                            }[];
                            resolved_at: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    UnansweredController_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "synonym": {
                 *         "list": "doctors",
                 *         "words": [
                 *           "horse doctor",
                 *           "veterinarian"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** Format: uuid */
                    entry_id?: string;
                    synonym?: {
                        list: string;
                        words: string[];
                    };
                    /** @constant */
                    dismiss?: true;
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
                     *       "key": "9b1ebc1abbfbecd03e00fb898e414e52",
                     *       "question": "Which doctors treat horses?",
                     *       "entry_id": null,
                     *       "synonym": {
                     *         "list": "doctors",
                     *         "words": [
                     *           "horse doctor",
                     *           "veterinarian"
                     *         ]
                     *       },
                     *       "resolved_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        key: string;
                        question: string;
                        entry_id: string | null;
                        synonym: {
                            list: string;
                            words: string[];
                        } | null;
                        /** Format: date-time */
                        resolved_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    UsageController_read: {
        parameters: {
            query?: {
                start?: string;
                end?: string;
                bucket?: "hour" | "day";
                group_by?: "agent" | "token" | "model";
                agent?: string;
                previews?: "true" | "false";
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
                     *       "start": "2026-03-02T00:00:00.000Z",
                     *       "end": "2026-03-03T00:00:00.000Z",
                     *       "bucket": "day",
                     *       "group_by": "agent",
                     *       "total": {
                     *         "turns": 128,
                     *         "failed": 1,
                     *         "input_tokens": 132224,
                     *         "output_tokens": 16384,
                     *         "total_tokens": 148608,
                     *         "cost": {
                     *           "amount": "0.16499200",
                     *           "provider": "0.16000000",
                     *           "estimated": "0.00499200",
                     *           "unknown_turns": 2,
                     *           "currency": "USD"
                     *         },
                     *         "latency_ms": {
                     *           "p50": 1840,
                     *           "p95": 4210
                     *         },
                     *         "first_token_ms": {
                     *           "p50": 620,
                     *           "p95": 1380
                     *         }
                     *       },
                     *       "data": [
                     *         {
                     *           "start": "2026-03-02T00:00:00.000Z",
                     *           "group": {
                     *             "id": "01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70",
                     *             "label": "info"
                     *           },
                     *           "turns": 128,
                     *           "failed": 1,
                     *           "input_tokens": 132224,
                     *           "output_tokens": 16384,
                     *           "total_tokens": 148608,
                     *           "cost": {
                     *             "amount": "0.16499200",
                     *             "provider": "0.16000000",
                     *             "estimated": "0.00499200",
                     *             "unknown_turns": 2,
                     *             "currency": "USD"
                     *           },
                     *           "latency_ms": {
                     *             "p50": 1840,
                     *             "p95": 4210
                     *           },
                     *           "first_token_ms": {
                     *             "p50": 620,
                     *             "p95": 1380
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        start: string;
                        /** Format: date-time */
                        end: string;
                        /** @enum {string} */
                        bucket: "hour" | "day";
                        group_by: ("agent" | "token" | "model") | null;
                        total: {
                            turns: number;
                            failed: number;
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                            cost: {
                                amount: string;
                                provider: string;
                                estimated: string;
                                unknown_turns: number;
                                currency: string;
                            };
                            latency_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                            first_token_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                        };
                        data: {
                            /** Format: date-time */
                            start: string;
                            group: {
                                id: string | null;
                                label: string | null;
                            } | null;
                            turns: number;
                            failed: number;
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                            cost: {
                                amount: string;
                                provider: string;
                                estimated: string;
                                unknown_turns: number;
                                currency: string;
                            };
                            latency_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                            first_token_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                        }[];
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
    UsageController_export: {
        parameters: {
            query?: {
                start?: string;
                end?: string;
                bucket?: "hour" | "day";
                group_by?: "agent" | "token" | "model";
                agent?: string;
                previews?: "true" | "false";
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comma-separated values (RFC 4180) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example start,group_id,group_label,turns,failed,input_tokens,output_tokens,cost_usd,cost_provider_usd,cost_estimated_usd,cost_unknown_turns,latency_p50_ms,latency_p95_ms,first_token_p50_ms,first_token_p95_ms
                     *     2026-03-02T00:00:00.000Z,01a20ec4-b3c4-7e5f-8a60-2b3c4d5e6f70,info,128,1,132224,16384,0.16499200,0.16000000,0.00499200,2,1840,4210,620,1380
                     */
                    "text/csv": string;
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
    TokensController_list: {
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
                     *           "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081",
                     *           "ref": "k3v7qzt2ab",
                     *           "name": "Appointment service",
                     *           "kind": "sk",
                     *           "scopes": [
                     *             "chat:write",
                     *             "chat:read"
                     *           ],
                     *           "agents": [
                     *             "info"
                     *           ],
                     *           "allowed_origins": [],
                     *           "allowed_ips": [
                     *             "203.0.113.0/24"
                     *           ],
                     *           "limits": {
                     *             "turns_per_minute": 120
                     *           },
                     *           "budget": {
                     *             "amount": "50",
                     *             "currency": "USD",
                     *             "period": "month"
                     *           },
                     *           "expires_at": "2026-05-31T09:30:00.000Z",
                     *           "expires_soon": false,
                     *           "last_used_at": "2026-03-03T10:00:00.000Z",
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "status": "active"
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
                            ref: string;
                            name: string;
                            /** @enum {string} */
                            kind: "sk" | "pk";
                            scopes: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
                            agents: string[] | null;
                            allowed_origins: string[];
                            allowed_ips: string[];
                            limits: {
                                turns_per_minute?: number;
                                concurrent_turns?: number;
                            } | null;
                            budget: {
                                amount: string;
                                /** @constant */
                                currency: "USD";
                                /** @enum {string} */
                                period: "day" | "month";
                            } | null;
                            expires_at: string | null;
                            expires_soon: boolean;
                            last_used_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {string} */
                            status: "active" | "expired" | "revoked";
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
        };
    };
    TokensController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Appointment service",
                 *       "kind": "sk",
                 *       "scopes": [
                 *         "chat:write",
                 *         "chat:read"
                 *       ],
                 *       "agents": [
                 *         "info"
                 *       ],
                 *       "allowed_ips": [
                 *         "203.0.113.0/24"
                 *       ],
                 *       "limits": {
                 *         "turns_per_minute": 120
                 *       },
                 *       "budget": {
                 *         "amount": "50",
                 *         "currency": "USD",
                 *         "period": "month"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    agents?: string[] | null;
                    allowed_origins?: string[];
                    allowed_ips?: (string)[];
                    limits?: {
                        turns_per_minute?: number;
                        concurrent_turns?: number;
                    } | null;
                    budget?: {
                        amount: string;
                        /** @constant */
                        currency: "USD";
                        /** @enum {string} */
                        period: "day" | "month";
                    } | null;
                    expires_at?: string | null;
                    /** @enum {string} */
                    kind: "sk" | "pk";
                    scopes?: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
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
                     *       "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081",
                     *       "ref": "k3v7qzt2ab",
                     *       "name": "Appointment service",
                     *       "kind": "sk",
                     *       "scopes": [
                     *         "chat:write",
                     *         "chat:read"
                     *       ],
                     *       "agents": [
                     *         "info"
                     *       ],
                     *       "allowed_origins": [],
                     *       "allowed_ips": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 120
                     *       },
                     *       "budget": {
                     *         "amount": "50",
                     *         "currency": "USD",
                     *         "period": "month"
                     *       },
                     *       "expires_at": "2026-05-31T09:30:00.000Z",
                     *       "expires_soon": false,
                     *       "last_used_at": null,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "status": "active",
                     *       "token": "sal_sk_k3v7qzt2ab_…"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                        name: string;
                        /** @enum {string} */
                        kind: "sk" | "pk";
                        scopes: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
                        agents: string[] | null;
                        allowed_origins: string[];
                        allowed_ips: string[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                        } | null;
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                        } | null;
                        expires_at: string | null;
                        expires_soon: boolean;
                        last_used_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        status: "active" | "expired" | "revoked";
                        token: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
        };
    };
    TokensController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                token: string;
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
                     *       "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081",
                     *       "ref": "k3v7qzt2ab",
                     *       "name": "Appointment service",
                     *       "kind": "sk",
                     *       "scopes": [
                     *         "chat:write",
                     *         "chat:read"
                     *       ],
                     *       "agents": [
                     *         "info"
                     *       ],
                     *       "allowed_origins": [],
                     *       "allowed_ips": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 120
                     *       },
                     *       "budget": {
                     *         "amount": "50",
                     *         "currency": "USD",
                     *         "period": "month"
                     *       },
                     *       "expires_at": "2026-05-31T09:30:00.000Z",
                     *       "expires_soon": false,
                     *       "last_used_at": "2026-03-03T10:00:00.000Z",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "status": "active"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                        name: string;
                        /** @enum {string} */
                        kind: "sk" | "pk";
                        scopes: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
                        agents: string[] | null;
                        allowed_origins: string[];
                        allowed_ips: string[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                        } | null;
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                        } | null;
                        expires_at: string | null;
                        expires_soon: boolean;
                        last_used_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        status: "active" | "expired" | "revoked";
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TokensController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                token: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
        };
    };
    TokensController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Appointments"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    agents?: string[] | null;
                    allowed_origins?: string[];
                    allowed_ips?: (string)[];
                    limits?: {
                        turns_per_minute?: number;
                        concurrent_turns?: number;
                    } | null;
                    budget?: {
                        amount: string;
                        /** @constant */
                        currency: "USD";
                        /** @enum {string} */
                        period: "day" | "month";
                    } | null;
                    expires_at?: string | null;
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
                     *       "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081",
                     *       "ref": "k3v7qzt2ab",
                     *       "name": "Appointments",
                     *       "kind": "sk",
                     *       "scopes": [
                     *         "chat:write",
                     *         "chat:read"
                     *       ],
                     *       "agents": [
                     *         "info"
                     *       ],
                     *       "allowed_origins": [],
                     *       "allowed_ips": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 120
                     *       },
                     *       "budget": {
                     *         "amount": "50",
                     *         "currency": "USD",
                     *         "period": "month"
                     *       },
                     *       "expires_at": "2026-05-31T09:30:00.000Z",
                     *       "expires_soon": false,
                     *       "last_used_at": "2026-03-03T10:00:00.000Z",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "status": "active"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                        name: string;
                        /** @enum {string} */
                        kind: "sk" | "pk";
                        scopes: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
                        agents: string[] | null;
                        allowed_origins: string[];
                        allowed_ips: string[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                        } | null;
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                        } | null;
                        expires_at: string | null;
                        expires_soon: boolean;
                        last_used_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        status: "active" | "expired" | "revoked";
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_not_active */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    TokensController_roll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grace": "1h"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    grace: "0" | "15m" | "1h" | "4h" | "12h" | "1d" | "3d" | "7d";
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
                     *       "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081",
                     *       "ref": "w5n2xk7pqd",
                     *       "name": "Appointment service",
                     *       "kind": "sk",
                     *       "scopes": [
                     *         "chat:write",
                     *         "chat:read"
                     *       ],
                     *       "agents": [
                     *         "info"
                     *       ],
                     *       "allowed_origins": [],
                     *       "allowed_ips": [
                     *         "203.0.113.0/24"
                     *       ],
                     *       "limits": {
                     *         "turns_per_minute": 120
                     *       },
                     *       "budget": {
                     *         "amount": "50",
                     *         "currency": "USD",
                     *         "period": "month"
                     *       },
                     *       "expires_at": "2026-05-31T09:30:00.000Z",
                     *       "expires_soon": false,
                     *       "last_used_at": null,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "status": "active",
                     *       "token": "sal_sk_w5n2xk7pqd_…"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        ref: string;
                        name: string;
                        /** @enum {string} */
                        kind: "sk" | "pk";
                        scopes: ("chat:write" | "chat:read" | "sessions:read" | "feedback:write" | "usage:read" | "directory:read" | "directory:write")[];
                        agents: string[] | null;
                        allowed_origins: string[];
                        allowed_ips: string[];
                        limits: {
                            turns_per_minute?: number;
                            concurrent_turns?: number;
                        } | null;
                        budget: {
                            amount: string;
                            /** @constant */
                            currency: "USD";
                            /** @enum {string} */
                            period: "day" | "month";
                        } | null;
                        expires_at: string | null;
                        expires_soon: boolean;
                        last_used_at: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {string} */
                        status: "active" | "expired" | "revoked";
                        token: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description token_not_active */
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
        };
    };
    TokenUsageController_read: {
        parameters: {
            query?: {
                start?: string;
                end?: string;
                bucket?: "hour" | "day";
                previews?: "true" | "false";
            };
            header?: never;
            path: {
                account: string;
                token: string;
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
                     *       "start": "2026-03-02T00:00:00.000Z",
                     *       "end": "2026-03-03T00:00:00.000Z",
                     *       "bucket": "day",
                     *       "group_by": null,
                     *       "total": {
                     *         "turns": 128,
                     *         "failed": 1,
                     *         "input_tokens": 132224,
                     *         "output_tokens": 16384,
                     *         "total_tokens": 148608,
                     *         "cost": {
                     *           "amount": "0.16499200",
                     *           "provider": "0.16000000",
                     *           "estimated": "0.00499200",
                     *           "unknown_turns": 2,
                     *           "currency": "USD"
                     *         },
                     *         "latency_ms": {
                     *           "p50": 1840,
                     *           "p95": 4210
                     *         },
                     *         "first_token_ms": {
                     *           "p50": 620,
                     *           "p95": 1380
                     *         }
                     *       },
                     *       "data": [
                     *         {
                     *           "start": "2026-03-02T00:00:00.000Z",
                     *           "group": null,
                     *           "turns": 128,
                     *           "failed": 1,
                     *           "input_tokens": 132224,
                     *           "output_tokens": 16384,
                     *           "total_tokens": 148608,
                     *           "cost": {
                     *             "amount": "0.16499200",
                     *             "provider": "0.16000000",
                     *             "estimated": "0.00499200",
                     *             "unknown_turns": 2,
                     *             "currency": "USD"
                     *           },
                     *           "latency_ms": {
                     *             "p50": 1840,
                     *             "p95": 4210
                     *           },
                     *           "first_token_ms": {
                     *             "p50": 620,
                     *             "p95": 1380
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** Format: date-time */
                        start: string;
                        /** Format: date-time */
                        end: string;
                        /** @enum {string} */
                        bucket: "hour" | "day";
                        group_by: ("agent" | "token" | "model") | null;
                        total: {
                            turns: number;
                            failed: number;
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                            cost: {
                                amount: string;
                                provider: string;
                                estimated: string;
                                unknown_turns: number;
                                currency: string;
                            };
                            latency_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                            first_token_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                        };
                        data: {
                            /** Format: date-time */
                            start: string;
                            group: {
                                id: string | null;
                                label: string | null;
                            } | null;
                            turns: number;
                            failed: number;
                            input_tokens: number;
                            output_tokens: number;
                            total_tokens: number;
                            cost: {
                                amount: string;
                                provider: string;
                                estimated: string;
                                unknown_turns: number;
                                currency: string;
                            };
                            latency_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                            first_token_ms: {
                                p50: number;
                                p95: number;
                            } | null;
                        }[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    OwnTokenController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
            /** @description forbidden */
            403: {
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
        };
    };
    AuditController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                actor?: string;
                action?: string;
                target?: string;
                start?: string;
                end?: string;
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
                     *           "id": "01a20ec6-0a1b-7c2d-8e3f-405162738495",
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "actor": {
                     *             "kind": "admin",
                     *             "id": "01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *             "name": "mara@harbor-clinic.example"
                     *           },
                     *           "action": "token.created",
                     *           "target": {
                     *             "kind": "api_token",
                     *             "id": "01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081"
                     *           },
                     *           "details": {
                     *             "ref": "k3v7qzt2ab",
                     *             "kind": "sk",
                     *             "scopes": [
                     *               "chat:write",
                     *               "chat:read"
                     *             ]
                     *           },
                     *           "request_id": "01a20ec6-0a1a-7000-9d5a-3f2a1c0b9e8d"
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
                            /** Format: date-time */
                            created_at: string;
                            actor: {
                                /** @enum {string} */
                                kind: "admin" | "api_token" | "system";
                                id: string;
                                name: string | null;
                            };
                            action: string;
                            target: {
                                kind: string;
                                id: string;
                            };
                            details: {
                                [key: string]: unknown;
                            };
                            request_id: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    AuditController_export: {
        parameters: {
            query?: {
                actor?: string;
                action?: string;
                target?: string;
                start?: string;
                end?: string;
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON documents, one on each line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {"id":"01a20ec6-0a1b-7c2d-8e3f-405162738495","created_at":"2026-03-02T09:30:00.000Z","actor":{"kind":"admin","id":"01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f","name":"mara@harbor-clinic.example"},"action":"token.created","target":{"kind":"api_token","id":"01a20ec4-c5d6-7f60-9b70-3c4d5e6f7081"},"details":{"ref":"k3v7qzt2ab","kind":"sk","scopes":["chat:write","chat:read"]},"request_id":"01a20ec6-0a1a-7000-9d5a-3f2a1c0b9e8d"} */
                    "application/x-ndjson": string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
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
    DirectoryListsController_page: {
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
                     *           "id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *           "slug": "doctors",
                     *           "name": "Doctors",
                     *           "description": "Everybody who sees patients.",
                     *           "entry_type": "medical_professional",
                     *           "schema_version": 1,
                     *           "overlay_version": null,
                     *           "language": "english",
                     *           "entries": 40,
                     *           "version": 2,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "updated_at": "2026-03-02T09:30:00.000Z"
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
                            slug: string;
                            name: string;
                            description: string;
                            entry_type: string;
                            schema_version: number;
                            overlay_version: number | null;
                            language: string;
                            entries: number;
                            version: number;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
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
    DirectoryListsController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "doctors",
                 *       "name": "Doctors",
                 *       "entry_type": "medical_professional",
                 *       "language": "english",
                 *       "description": "Everybody who sees patients."
                 *     }
                 */
                "application/json": {
                    slug: string;
                    name: string;
                    entry_type: string;
                    schema_version?: number;
                    overlay_version?: number | null;
                    /** @enum {string} */
                    language?: "simple" | "arabic" | "danish" | "dutch" | "english" | "finnish" | "french" | "german" | "greek" | "hungarian" | "indonesian" | "irish" | "italian" | "lithuanian" | "norwegian" | "portuguese" | "romanian" | "russian" | "spanish" | "swedish" | "turkish";
                    description?: string;
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
                     *       "id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "slug": "doctors",
                     *       "name": "Doctors",
                     *       "description": "Everybody who sees patients.",
                     *       "entry_type": "medical_professional",
                     *       "schema_version": 1,
                     *       "overlay_version": null,
                     *       "language": "english",
                     *       "entries": 0,
                     *       "version": 1,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        description: string;
                        entry_type: string;
                        schema_version: number;
                        overlay_version: number | null;
                        language: string;
                        entries: number;
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
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
            /** @description slug_taken, idempotency_in_progress */
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
            /** @description schema_invalid, idempotency_mismatch */
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
    DirectoryListsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
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
                     *       "id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "slug": "doctors",
                     *       "name": "Doctors",
                     *       "description": "Everybody who sees patients.",
                     *       "entry_type": "medical_professional",
                     *       "schema_version": 1,
                     *       "overlay_version": null,
                     *       "language": "english",
                     *       "entries": 40,
                     *       "version": 2,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        description: string;
                        entry_type: string;
                        schema_version: number;
                        overlay_version: number | null;
                        language: string;
                        entries: number;
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
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
    DirectoryListsController_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
    DirectoryListsController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Our doctors"
                 *     }
                 */
                "application/json": {
                    slug?: string;
                    name?: string;
                    description?: string;
                    /** @enum {string} */
                    language?: "simple" | "arabic" | "danish" | "dutch" | "english" | "finnish" | "french" | "german" | "greek" | "hungarian" | "indonesian" | "irish" | "italian" | "lithuanian" | "norwegian" | "portuguese" | "romanian" | "russian" | "spanish" | "swedish" | "turkish";
                    schema_version?: number;
                    overlay_version?: number | null;
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
                     *       "id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "slug": "doctors",
                     *       "name": "Our doctors",
                     *       "description": "Everybody who sees patients.",
                     *       "entry_type": "medical_professional",
                     *       "schema_version": 1,
                     *       "overlay_version": null,
                     *       "language": "english",
                     *       "entries": 40,
                     *       "version": 3,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        description: string;
                        entry_type: string;
                        schema_version: number;
                        overlay_version: number | null;
                        language: string;
                        entries: number;
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, slug_taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
            /** @description schema_invalid */
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
    DirectoryListsController_schema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
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
                     *       "entry_type": "medical_professional",
                     *       "schema_version": 1,
                     *       "overlay_version": null,
                     *       "schema": {
                     *         "type": "object",
                     *         "properties": {
                     *           "specialty": {
                     *             "type": "string"
                     *           }
                     *         },
                     *         "x-salient": {
                     *           "searchable": [
                     *             "specialty"
                     *           ]
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        schema_version: number;
                        overlay_version: number | null;
                        schema: {
                            [key: string]: unknown;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    DirectoryEntriesController_page: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                q?: string;
                match?: "text" | "exact" | "substring";
                tag?: string | string[];
                status?: "active" | "archived" | "all";
                sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                account: string;
                list: string;
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
                     *           "id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *           "list": "doctors",
                     *           "external_key": "ruiz-ana",
                     *           "name": "Dr. Ana Ruiz",
                     *           "tags": [
                     *             "new-patients"
                     *           ],
                     *           "contact": {
                     *             "phone": "+1 555 0142"
                     *           },
                     *           "data": {
                     *             "specialty": "Cardiology",
                     *             "languages": [
                     *               "English",
                     *               "Spanish"
                     *             ],
                     *             "locations": [
                     *               "Harbor East"
                     *             ]
                     *           },
                     *           "status": "active",
                     *           "version": 7,
                     *           "created_at": "2026-03-02T09:30:00.000Z",
                     *           "updated_at": "2026-03-03T10:00:00.000Z"
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
                            list: string;
                            external_key: string;
                            name: string;
                            tags: string[];
                            contact: {
                                [key: string]: string;
                            };
                            data: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            status: "active" | "archived";
                            version: number;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    DirectoryEntriesController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "external_key": "ruiz-ana",
                 *       "name": "Dr. Ana Ruiz",
                 *       "tags": [
                 *         "new-patients"
                 *       ],
                 *       "contact": {
                 *         "phone": "+1 555 0142"
                 *       },
                 *       "data": {
                 *         "specialty": "Cardiology",
                 *         "languages": [
                 *           "English",
                 *           "Spanish"
                 *         ],
                 *         "locations": [
                 *           "Harbor East"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    external_key?: string;
                    name: string;
                    tags?: string[];
                    contact?: {
                        [key: string]: string;
                    };
                    data: {
                        [key: string]: unknown;
                    };
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
                     *       "id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *       "list": "doctors",
                     *       "external_key": "ruiz-ana",
                     *       "name": "Dr. Ana Ruiz",
                     *       "tags": [
                     *         "new-patients"
                     *       ],
                     *       "contact": {
                     *         "phone": "+1 555 0142"
                     *       },
                     *       "data": {
                     *         "specialty": "Cardiology",
                     *         "languages": [
                     *           "English",
                     *           "Spanish"
                     *         ],
                     *         "locations": [
                     *           "Harbor East"
                     *         ]
                     *       },
                     *       "status": "active",
                     *       "version": 1,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        list: string;
                        external_key: string;
                        name: string;
                        tags: string[];
                        contact: {
                            [key: string]: string;
                        };
                        data: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "active" | "archived";
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, entry_exists, idempotency_in_progress */
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
            /** @description schema_invalid, idempotency_mismatch */
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
    DirectoryEntriesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                entry: string;
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
                     *       "id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *       "list": "doctors",
                     *       "external_key": "ruiz-ana",
                     *       "name": "Dr. Ana Ruiz",
                     *       "tags": [
                     *         "new-patients"
                     *       ],
                     *       "contact": {
                     *         "phone": "+1 555 0142"
                     *       },
                     *       "data": {
                     *         "specialty": "Cardiology",
                     *         "languages": [
                     *           "English",
                     *           "Spanish"
                     *         ],
                     *         "locations": [
                     *           "Harbor East"
                     *         ]
                     *       },
                     *       "status": "active",
                     *       "version": 7,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        list: string;
                        external_key: string;
                        name: string;
                        tags: string[];
                        contact: {
                            [key: string]: string;
                        };
                        data: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "active" | "archived";
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
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
    DirectoryEntriesController_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                entry: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
    DirectoryEntriesController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tags": []
                 *     }
                 */
                "application/json": {
                    external_key?: string;
                    name?: string;
                    tags?: string[];
                    contact?: {
                        [key: string]: string;
                    };
                    data?: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    status?: "active" | "archived";
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
                     *       "id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *       "list": "doctors",
                     *       "external_key": "ruiz-ana",
                     *       "name": "Dr. Ana Ruiz",
                     *       "tags": [],
                     *       "contact": {
                     *         "phone": "+1 555 0142"
                     *       },
                     *       "data": {
                     *         "specialty": "Cardiology",
                     *         "languages": [
                     *           "English",
                     *           "Spanish"
                     *         ],
                     *         "locations": [
                     *           "Harbor East"
                     *         ]
                     *       },
                     *       "status": "active",
                     *       "version": 8,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        list: string;
                        external_key: string;
                        name: string;
                        tags: string[];
                        contact: {
                            [key: string]: string;
                        };
                        data: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "active" | "archived";
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, entry_exists */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
            /** @description schema_invalid */
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
    EntryChangesController_edit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "q": "cardio",
                 *         "filters": {
                 *           "languages": [
                 *             "Spanish"
                 *           ]
                 *         }
                 *       },
                 *       "add_tags": [
                 *         "spanish"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string[];
                    filter?: {
                        q?: string;
                        /** @enum {string} */
                        match?: "text" | "exact" | "substring";
                        tags?: string[];
                        filters?: {
                            [key: string]: string[];
                        };
                        /** @enum {string} */
                        status?: "active" | "archived" | "all";
                    };
                    add_tags?: string[];
                    remove_tags?: string[];
                    set?: {
                        [key: string]: unknown;
                    };
                    /** @enum {string} */
                    status?: "active" | "archived";
                    dry_run?: boolean;
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
                     *       "matched": 12,
                     *       "changed": 11,
                     *       "dry_run": false
                     *     }
                     */
                    "application/json": {
                        matched: number;
                        changed: number;
                        dry_run: boolean;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, idempotency_in_progress */
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
            /** @description schema_invalid, idempotency_mismatch */
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
    EntryChangesController_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
                list: string;
                entry: string;
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
                     *           "version": 7,
                     *           "change": "updated",
                     *           "changed_by": "admin:01a20ec4-a1b2-7d3e-9f40-1a2b3c4d5e6f",
                     *           "import_id": null,
                     *           "changed_at": "2026-03-03T10:00:00.000Z",
                     *           "status": "active",
                     *           "external_key": "ruiz-ana",
                     *           "name": "Dr. Ana Ruiz",
                     *           "tags": [
                     *             "new-patients"
                     *           ],
                     *           "contact": {
                     *             "phone": "+1 555 0142"
                     *           },
                     *           "data": {
                     *             "specialty": "Cardiology",
                     *             "languages": [
                     *               "English",
                     *               "Spanish"
                     *             ],
                     *             "locations": [
                     *               "Harbor East"
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            version: number;
                            /** @enum {string} */
                            change: "created" | "updated" | "archived" | "restored" | "deleted" | "undone" | "imported";
                            changed_by: string;
                            import_id: string | null;
                            /** Format: date-time */
                            changed_at: string;
                            /** @enum {string} */
                            status: "active" | "archived" | "deleted";
                            external_key: string;
                            name: string;
                            tags: string[];
                            contact: {
                                [key: string]: string;
                            };
                            data: {
                                [key: string]: unknown;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    EntryChangesController_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                entry: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 6
                 *     }
                 */
                "application/json": {
                    version?: number;
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
                     *       "id": "01a20ec5-b422-7641-a0d0-0c4dd2625471",
                     *       "list": "doctors",
                     *       "external_key": "ruiz-ana",
                     *       "name": "Dr. Ana Ruiz",
                     *       "tags": [
                     *         "new-patients"
                     *       ],
                     *       "contact": {
                     *         "phone": "+1 555 0142"
                     *       },
                     *       "data": {
                     *         "specialty": "Cardiology",
                     *         "languages": [
                     *           "English",
                     *           "Spanish"
                     *         ],
                     *         "locations": [
                     *           "Harbor East"
                     *         ]
                     *       },
                     *       "status": "active",
                     *       "version": 8,
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        list: string;
                        external_key: string;
                        name: string;
                        tags: string[];
                        contact: {
                            [key: string]: string;
                        };
                        data: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        status: "active" | "archived";
                        version: number;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, entry_exists, idempotency_in_progress */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
            /** @description schema_invalid, idempotency_mismatch */
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
    DirectoryExportController_export: {
        parameters: {
            query?: {
                status?: "active" | "archived" | "all";
            };
            header?: never;
            path: {
                account: string;
                list: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comma-separated values (RFC 4180) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example external_key,name,specialty,languages
                     *     ruiz-ana,Dr. Ana Ruiz,Cardiology,English;Spanish
                     */
                    "text/csv": string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    DirectoryImportsController_page: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
                list: string;
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
                     *           "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *           "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *           "status": "ready",
                     *           "on_missing": "keep",
                     *           "file_name": "doctors.csv",
                     *           "bytes": 9214,
                     *           "rows": 42,
                     *           "counts": {
                     *             "create": 2,
                     *             "update": 5,
                     *             "unchanged": 34,
                     *             "archive": 0,
                     *             "invalid": 1
                     *           },
                     *           "format": {
                     *             "encoding": "utf-8",
                     *             "delimiter": ",",
                     *             "columns": [
                     *               {
                     *                 "header": "Doctor",
                     *                 "target": "name"
                     *               },
                     *               {
                     *                 "header": "Room",
                     *                 "target": null
                     *               }
                     *             ]
                     *           },
                     *           "kept": 0,
                     *           "error": null,
                     *           "created_at": "2026-03-03T10:00:00.000Z",
                     *           "updated_at": "2026-03-03T10:00:00.000Z"
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
                            /** Format: uuid */
                            list_id: string;
                            /** @enum {string} */
                            status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                            /** @enum {string} */
                            on_missing: "keep" | "archive";
                            file_name: string | null;
                            bytes: number;
                            rows: number;
                            counts: {
                                create: number;
                                update: number;
                                unchanged: number;
                                archive: number;
                                invalid: number;
                            };
                            format: {
                                encoding: string;
                                delimiter: string;
                                columns: {
                                    header: string;
                                    target: string | null;
                                }[];
                            } | null;
                            kept: number;
                            error: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    DirectoryImportsController_start: {
        parameters: {
            query?: {
                on_missing?: "keep" | "archive";
            };
            header?: never;
            path: {
                account: string;
                list: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
                "text/csv": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *       "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "status": "validating",
                     *       "on_missing": "keep",
                     *       "file_name": "doctors.csv",
                     *       "bytes": 9214,
                     *       "rows": 0,
                     *       "counts": {
                     *         "create": 0,
                     *         "update": 0,
                     *         "unchanged": 0,
                     *         "archive": 0,
                     *         "invalid": 0
                     *       },
                     *       "format": null,
                     *       "kept": 0,
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        list_id: string;
                        /** @enum {string} */
                        status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                        /** @enum {string} */
                        on_missing: "keep" | "archive";
                        file_name: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            archive: number;
                            invalid: number;
                        };
                        format: {
                            encoding: string;
                            delimiter: string;
                            columns: {
                                header: string;
                                target: string | null;
                            }[];
                        } | null;
                        kept: number;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    DirectoryImportsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
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
                     *       "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *       "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "status": "ready",
                     *       "on_missing": "keep",
                     *       "file_name": "doctors.csv",
                     *       "bytes": 9214,
                     *       "rows": 42,
                     *       "counts": {
                     *         "create": 2,
                     *         "update": 5,
                     *         "unchanged": 34,
                     *         "archive": 0,
                     *         "invalid": 1
                     *       },
                     *       "format": {
                     *         "encoding": "utf-8",
                     *         "delimiter": ",",
                     *         "columns": [
                     *           {
                     *             "header": "Doctor",
                     *             "target": "name"
                     *           },
                     *           {
                     *             "header": "Room",
                     *             "target": null
                     *           }
                     *         ]
                     *       },
                     *       "kept": 0,
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        list_id: string;
                        /** @enum {string} */
                        status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                        /** @enum {string} */
                        on_missing: "keep" | "archive";
                        file_name: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            archive: number;
                            invalid: number;
                        };
                        format: {
                            encoding: string;
                            delimiter: string;
                            columns: {
                                header: string;
                                target: string | null;
                            }[];
                        } | null;
                        kept: number;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
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
    DirectoryImportsController_faults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Comma-separated values (RFC 4180) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example row,column,code,message,suggestion
                     *     17,Doctor,required,is required,
                     */
                    "text/csv": string;
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
            /** @description account_not_found, not_found */
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
    DirectoryImportsController_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
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
                     *     event: end
                     *     id: 01a20ec7-2233-7445-9667-8899aabbccdd:end
                     *     data: {"id":"01a20ec7-2233-7445-9667-8899aabbccdd","list_id":"01a20ec5-9f01-7a2b-8c3d-4e5f60718293","status":"ready","on_missing":"keep","file_name":"doctors.csv","bytes":9214,"rows":42,"counts":{"create":2,"update":5,"unchanged":34,"archive":0,"invalid":1},"format":{"encoding":"utf-8","delimiter":",","columns":[{"header":"Doctor","target":"name"},{"header":"Room","target":null}]},"kept":0,"error":null,"created_at":"2026-03-03T10:00:00.000Z","updated_at":"2026-03-03T10:00:00.000Z"}
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    ImportStepsController_apply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *       "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "status": "applying",
                     *       "on_missing": "keep",
                     *       "file_name": "doctors.csv",
                     *       "bytes": 9214,
                     *       "rows": 42,
                     *       "counts": {
                     *         "create": 2,
                     *         "update": 5,
                     *         "unchanged": 34,
                     *         "archive": 0,
                     *         "invalid": 1
                     *       },
                     *       "format": {
                     *         "encoding": "utf-8",
                     *         "delimiter": ",",
                     *         "columns": [
                     *           {
                     *             "header": "Doctor",
                     *             "target": "name"
                     *           },
                     *           {
                     *             "header": "Room",
                     *             "target": null
                     *           }
                     *         ]
                     *       },
                     *       "kept": 0,
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        list_id: string;
                        /** @enum {string} */
                        status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                        /** @enum {string} */
                        on_missing: "keep" | "archive";
                        file_name: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            archive: number;
                            invalid: number;
                        };
                        format: {
                            encoding: string;
                            delimiter: string;
                            columns: {
                                header: string;
                                target: string | null;
                            }[];
                        } | null;
                        kept: number;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, idempotency_in_progress */
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
    ImportStepsController_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
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
                     *       "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *       "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "status": "undone",
                     *       "on_missing": "keep",
                     *       "file_name": "doctors.csv",
                     *       "bytes": 9214,
                     *       "rows": 42,
                     *       "counts": {
                     *         "create": 2,
                     *         "update": 5,
                     *         "unchanged": 34,
                     *         "archive": 0,
                     *         "invalid": 1
                     *       },
                     *       "format": {
                     *         "encoding": "utf-8",
                     *         "delimiter": ",",
                     *         "columns": [
                     *           {
                     *             "header": "Doctor",
                     *             "target": "name"
                     *           },
                     *           {
                     *             "header": "Room",
                     *             "target": null
                     *           }
                     *         ]
                     *       },
                     *       "kept": 0,
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        list_id: string;
                        /** @enum {string} */
                        status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                        /** @enum {string} */
                        on_missing: "keep" | "archive";
                        file_name: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            archive: number;
                            invalid: number;
                        };
                        format: {
                            encoding: string;
                            delimiter: string;
                            columns: {
                                header: string;
                                target: string | null;
                            }[];
                        } | null;
                        kept: number;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, idempotency_in_progress */
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
    ImportStepsController_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                list: string;
                import: string;
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
                     *       "id": "01a20ec7-2233-7445-9667-8899aabbccdd",
                     *       "list_id": "01a20ec5-9f01-7a2b-8c3d-4e5f60718293",
                     *       "status": "cancelled",
                     *       "on_missing": "keep",
                     *       "file_name": "doctors.csv",
                     *       "bytes": 9214,
                     *       "rows": 42,
                     *       "counts": {
                     *         "create": 2,
                     *         "update": 5,
                     *         "unchanged": 34,
                     *         "archive": 0,
                     *         "invalid": 1
                     *       },
                     *       "format": {
                     *         "encoding": "utf-8",
                     *         "delimiter": ",",
                     *         "columns": [
                     *           {
                     *             "header": "Doctor",
                     *             "target": "name"
                     *           },
                     *           {
                     *             "header": "Room",
                     *             "target": null
                     *           }
                     *         ]
                     *       },
                     *       "kept": 0,
                     *       "error": null,
                     *       "created_at": "2026-03-03T10:00:00.000Z",
                     *       "updated_at": "2026-03-03T10:00:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        list_id: string;
                        /** @enum {string} */
                        status: "validating" | "ready" | "applying" | "applied" | "failed" | "undone" | "cancelled";
                        /** @enum {string} */
                        on_missing: "keep" | "archive";
                        file_name: string | null;
                        bytes: number;
                        rows: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            archive: number;
                            invalid: number;
                        };
                        format: {
                            encoding: string;
                            delimiter: string;
                            columns: {
                                header: string;
                                target: string | null;
                            }[];
                        } | null;
                        kept: number;
                        error: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
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
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description import_conflict, idempotency_in_progress */
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
    DirectorySchemasController_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                     *       "data": [
                     *         {
                     *           "entry_type": "boat",
                     *           "title": "Boat",
                     *           "description": "A boat for hire.",
                     *           "latest_version": 2,
                     *           "deprecated_at": null,
                     *           "deprecation_reason": null,
                     *           "replaced_by": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            entry_type: string;
                            title: string;
                            description: string;
                            latest_version: number;
                            deprecated_at: string | null;
                            deprecation_reason: string | null;
                            replaced_by: string | null;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectorySchemasController_create: {
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
                 *       "entry_type": "boat",
                 *       "schema": {
                 *         "title": "Boat",
                 *         "description": "A boat for hire.",
                 *         "type": "object",
                 *         "properties": {
                 *           "harbour": {
                 *             "type": "string",
                 *             "title": "Harbour"
                 *           },
                 *           "berths": {
                 *             "type": "integer",
                 *             "title": "Berths",
                 *             "minimum": 1
                 *           }
                 *         },
                 *         "required": [
                 *           "harbour"
                 *         ],
                 *         "additionalProperties": false,
                 *         "x-salient": {
                 *           "purpose": "Boats for hire, with their harbours.",
                 *           "when_to_use": "Questions about boats and sailing.",
                 *           "when_not_to_use": "",
                 *           "searchable": [
                 *             "harbour"
                 *           ],
                 *           "filterable": [
                 *             "harbour",
                 *             "berths"
                 *           ],
                 *           "synonyms": [
                 *             [
                 *               "boat",
                 *               "ship",
                 *               "yacht"
                 *             ]
                 *           ],
                 *           "tags": {},
                 *           "csv_aliases": {
                 *             "harbour": [
                 *               "port",
                 *               "marina"
                 *             ]
                 *           },
                 *           "display": {
                 *             "subtitle": "harbour",
                 *             "fields": [
                 *               "harbour",
                 *               "berths"
                 *             ]
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    entry_type: string;
                    schema?: {
                        [key: string]: unknown;
                    };
                    document?: string;
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
                     *       "entry_type": "boat",
                     *       "version": 1,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "changes": []
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
                        changes: {
                            pointer: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before?: unknown;
                            after?: unknown;
                        }[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description schema_exists, idempotency_in_progress */
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
            /** @description schema_invalid, idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectorySchemasController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_type: string;
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
                     *       "entry_type": "boat",
                     *       "version": 2,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "versions": [
                     *         2,
                     *         1
                     *       ],
                     *       "deprecated_at": null,
                     *       "deprecation_reason": null,
                     *       "replaced_by": null
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
                        versions: number[];
                        deprecated_at: string | null;
                        deprecation_reason: string | null;
                        replaced_by: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectorySchemasController_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deprecated": true,
                 *       "reason": "Vessels have more fields.",
                 *       "replaced_by": "vessel"
                 *     }
                 */
                "application/json": {
                    deprecated: boolean;
                    reason?: string;
                    replaced_by?: string | null;
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
                     *       "entry_type": "boat",
                     *       "version": 2,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "versions": [
                     *         2,
                     *         1
                     *       ],
                     *       "deprecated_at": "2026-03-02T09:30:00.000Z",
                     *       "deprecation_reason": "Vessels have more fields.",
                     *       "replaced_by": "vessel"
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
                        versions: number[];
                        deprecated_at: string | null;
                        deprecation_reason: string | null;
                        replaced_by: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
        };
    };
    SchemaVersionsController_page: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                entry_type: string;
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
                     *           "entry_type": "boat",
                     *           "version": 2,
                     *           "schema": {
                     *             "title": "Boat",
                     *             "description": "A boat for hire.",
                     *             "type": "object",
                     *             "properties": {
                     *               "harbour": {
                     *                 "type": "string",
                     *                 "title": "Harbour"
                     *               },
                     *               "berths": {
                     *                 "type": "integer",
                     *                 "title": "Berths",
                     *                 "minimum": 1
                     *               }
                     *             },
                     *             "required": [
                     *               "harbour"
                     *             ],
                     *             "additionalProperties": false,
                     *             "x-salient": {
                     *               "purpose": "Boats for hire, with their harbours.",
                     *               "when_to_use": "Questions about boats and sailing.",
                     *               "when_not_to_use": "",
                     *               "searchable": [
                     *                 "harbour"
                     *               ],
                     *               "filterable": [
                     *                 "harbour",
                     *                 "berths"
                     *               ],
                     *               "synonyms": [
                     *                 [
                     *                   "boat",
                     *                   "ship",
                     *                   "yacht"
                     *                 ]
                     *               ],
                     *               "tags": {},
                     *               "csv_aliases": {
                     *                 "harbour": [
                     *                   "port",
                     *                   "marina"
                     *                 ]
                     *               },
                     *               "display": {
                     *                 "subtitle": "harbour",
                     *                 "fields": [
                     *                   "harbour",
                     *                   "berths"
                     *                 ]
                     *               }
                     *             }
                     *           },
                     *           "origin": "admin",
                     *           "created_at": "2026-03-02T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            entry_type: string;
                            version: number;
                            schema: {
                                [key: string]: unknown;
                            };
                            /** @enum {string} */
                            origin: "built_in" | "admin";
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectorySchemasController_addVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema": {
                 *         "title": "Boat",
                 *         "description": "A boat for hire.",
                 *         "type": "object",
                 *         "properties": {
                 *           "harbour": {
                 *             "type": "string",
                 *             "title": "Harbour"
                 *           },
                 *           "berths": {
                 *             "type": "integer",
                 *             "title": "Berths",
                 *             "minimum": 1
                 *           }
                 *         },
                 *         "required": [
                 *           "harbour"
                 *         ],
                 *         "additionalProperties": false,
                 *         "x-salient": {
                 *           "purpose": "Boats for hire, with their harbours.",
                 *           "when_to_use": "Questions about boats and sailing.",
                 *           "when_not_to_use": "",
                 *           "searchable": [
                 *             "harbour"
                 *           ],
                 *           "filterable": [
                 *             "harbour",
                 *             "berths"
                 *           ],
                 *           "synonyms": [
                 *             [
                 *               "boat",
                 *               "ship",
                 *               "yacht"
                 *             ]
                 *           ],
                 *           "tags": {},
                 *           "csv_aliases": {
                 *             "harbour": [
                 *               "port",
                 *               "marina"
                 *             ]
                 *           },
                 *           "display": {
                 *             "subtitle": "harbour",
                 *             "fields": [
                 *               "harbour",
                 *               "berths"
                 *             ]
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    schema?: {
                        [key: string]: unknown;
                    };
                    document?: string;
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
                     *       "entry_type": "boat",
                     *       "version": 2,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "changes": []
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
                        changes: {
                            pointer: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before?: unknown;
                            after?: unknown;
                        }[];
                    };
                };
            };
            /** @description OK */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entry_type": "boat",
                     *       "version": 2,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z",
                     *       "changes": [
                     *         {
                     *           "pointer": "/properties/berths/minimum",
                     *           "kind": "added",
                     *           "after": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
                        changes: {
                            pointer: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before?: unknown;
                            after?: unknown;
                        }[];
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
            /** @description precondition_failed */
            412: {
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
            /** @description schema_invalid, idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchemaVersionsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                entry_type: string;
                version: string;
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
                     *       "entry_type": "boat",
                     *       "version": 2,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "origin": "admin",
                     *       "created_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        schema: {
                            [key: string]: unknown;
                        };
                        /** @enum {string} */
                        origin: "built_in" | "admin";
                        /** Format: date-time */
                        created_at: string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchemaVersionsController_export: {
        parameters: {
            query?: {
                format?: "json" | "yaml";
            };
            header?: never;
            path: {
                entry_type: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document as YAML or JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example title: Boat
                     *     description: A boat for hire.
                     *     type: object
                     *     …
                     */
                    "application/yaml": string;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SchemaVersionsController_compare: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                entry_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schema": {
                 *         "title": "Boat",
                 *         "description": "A boat for hire.",
                 *         "type": "object",
                 *         "properties": {
                 *           "harbour": {
                 *             "type": "string",
                 *             "title": "Harbour"
                 *           },
                 *           "berths": {
                 *             "type": "integer",
                 *             "title": "Berths",
                 *             "minimum": 1
                 *           }
                 *         },
                 *         "required": [
                 *           "harbour"
                 *         ],
                 *         "additionalProperties": false,
                 *         "x-salient": {
                 *           "purpose": "Boats for hire, with their harbours.",
                 *           "when_to_use": "Questions about boats and sailing.",
                 *           "when_not_to_use": "",
                 *           "searchable": [
                 *             "harbour"
                 *           ],
                 *           "filterable": [
                 *             "harbour",
                 *             "berths"
                 *           ],
                 *           "synonyms": [
                 *             [
                 *               "boat",
                 *               "ship",
                 *               "yacht"
                 *             ]
                 *           ],
                 *           "tags": {},
                 *           "csv_aliases": {
                 *             "harbour": [
                 *               "port",
                 *               "marina"
                 *             ]
                 *           },
                 *           "display": {
                 *             "subtitle": "harbour",
                 *             "fields": [
                 *               "harbour",
                 *               "berths"
                 *             ]
                 *           }
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    schema?: {
                        [key: string]: unknown;
                    };
                    document?: string;
                    version?: number;
                    accounts?: string[];
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
                     *       "changes": [
                     *         {
                     *           "pointer": "/properties/berths/minimum",
                     *           "kind": "added",
                     *           "after": 1
                     *         }
                     *       ],
                     *       "data": [
                     *         {
                     *           "account": "harbor-clinic",
                     *           "compatible": false,
                     *           "lists": [
                     *             {
                     *               "list": "fleet",
                     *               "schema_version": 1,
                     *               "overlay_version": null,
                     *               "entries": 40,
                     *               "checked": 40,
                     *               "unfit": 1,
                     *               "examples": [
                     *                 {
                     *                   "entry_id": "01958f2e-7c1a-7b3e-9d5a-3f2a1c0b9e8d",
                     *                   "external_key": "dinghy",
                     *                   "name": "Dinghy",
                     *                   "errors": [
                     *                     {
                     *                       "pointer": "/data/berths",
                     *                       "code": "schema_mismatch",
                     *                       "detail": "must be >= 1"
                     *                     }
                     *                   ]
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "agents": [],
                     *           "error": null
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        changes: {
                            pointer: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before?: unknown;
                            after?: unknown;
                        }[];
                        data: {
                            account: string;
                            compatible: boolean;
                            lists: {
                                list: string;
                                schema_version: number;
                                overlay_version: number | null;
                                entries: number;
                                checked: number;
                                unfit: number;
                                examples: {
                                    entry_id: string;
                                    external_key: string;
                                    name: string;
                                    errors: {
                                        pointer: string;
                                        code: string;
                                        detail: string;
                                    }[];
                                }[];
                            }[];
                            agents: {
                                agent: string;
                                prompt: {
                                    before: string;
                                    after: string;
                                } | null;
                                tools: {
                                    name: string;
                                    before: {
                                        description: string;
                                        parameters: {
                                            [key: string]: unknown;
                                        };
                                    } | null;
                                    after: {
                                        description: string;
                                        parameters: {
                                            [key: string]: unknown;
                                        };
                                    } | null;
                                }[];
                            }[];
                            error: string | null;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description token_missing, token_invalid, token_expired */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description forbidden */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description not_found */
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
            /** @description schema_invalid, idempotency_mismatch */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountSchemasController_page: {
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
                     *           "entry_type": "boat",
                     *           "title": "Boat",
                     *           "description": "A boat for hire.",
                     *           "latest_version": 2,
                     *           "deprecated_at": null,
                     *           "deprecation_reason": null,
                     *           "replaced_by": null,
                     *           "overlay_version": 1,
                     *           "lists": 1
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            entry_type: string;
                            title: string;
                            description: string;
                            latest_version: number;
                            deprecated_at: string | null;
                            deprecation_reason: string | null;
                            replaced_by: string | null;
                            overlay_version: number | null;
                            lists: number;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description forbidden, scope_missing, account_mismatch */
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
    AccountSchemasController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
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
                     *       "entry_type": "boat",
                     *       "schema_version": 2,
                     *       "overlay_version": 1,
                     *       "schema": {
                     *         "title": "Boat",
                     *         "description": "A boat for hire.",
                     *         "type": "object",
                     *         "properties": {
                     *           "harbour": {
                     *             "type": "string",
                     *             "title": "Harbour"
                     *           },
                     *           "berths": {
                     *             "type": "integer",
                     *             "title": "Berths",
                     *             "minimum": 1
                     *           }
                     *         },
                     *         "required": [
                     *           "harbour"
                     *         ],
                     *         "additionalProperties": false,
                     *         "x-salient": {
                     *           "purpose": "Boats for hire, with their harbours.",
                     *           "when_to_use": "Questions about boats and sailing.",
                     *           "when_not_to_use": "",
                     *           "searchable": [
                     *             "harbour"
                     *           ],
                     *           "filterable": [
                     *             "harbour",
                     *             "berths"
                     *           ],
                     *           "synonyms": [
                     *             [
                     *               "boat",
                     *               "ship",
                     *               "yacht"
                     *             ]
                     *           ],
                     *           "tags": {},
                     *           "csv_aliases": {
                     *             "harbour": [
                     *               "port",
                     *               "marina"
                     *             ]
                     *           },
                     *           "display": {
                     *             "subtitle": "harbour",
                     *             "fields": [
                     *               "harbour",
                     *               "berths"
                     *             ]
                     *           }
                     *         }
                     *       },
                     *       "overlay": {
                     *         "properties": {
                     *           "berths": {
                     *             "maximum": 12
                     *           },
                     *           "insured": {
                     *             "type": "boolean",
                     *             "title": "Insured"
                     *           }
                     *         },
                     *         "required": [],
                     *         "x-salient": {}
                     *       },
                     *       "conflicts": [],
                     *       "deprecated_at": null,
                     *       "lists": [
                     *         {
                     *           "list": "fleet",
                     *           "schema_version": 1,
                     *           "overlay_version": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        schema_version: number;
                        overlay_version: number | null;
                        schema: {
                            [key: string]: unknown;
                        };
                        overlay: {
                            [key: string]: unknown;
                        } | null;
                        conflicts: {
                            pointer: string;
                            code: string;
                            detail: string;
                        }[];
                        deprecated_at: string | null;
                        lists: {
                            list: string;
                            schema_version: number;
                            overlay_version: number | null;
                        }[];
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
            /** @description account_not_found, not_found */
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
    AccountSchemasController_compare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlay": {
                 *         "properties": {
                 *           "berths": {
                 *             "maximum": 12
                 *           },
                 *           "insured": {
                 *             "type": "boolean",
                 *             "title": "Insured"
                 *           }
                 *         },
                 *         "required": [],
                 *         "x-salient": {}
                 *       }
                 *     }
                 */
                "application/json": {
                    schema_version?: number;
                    overlay_version?: number | null;
                    overlay?: {
                        [key: string]: unknown;
                    };
                    document?: string;
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
                     *       "account": "harbor-clinic",
                     *       "compatible": false,
                     *       "lists": [
                     *         {
                     *           "list": "fleet",
                     *           "schema_version": 1,
                     *           "overlay_version": null,
                     *           "entries": 40,
                     *           "checked": 40,
                     *           "unfit": 1,
                     *           "examples": [
                     *             {
                     *               "entry_id": "01958f2e-7c1a-7b3e-9d5a-3f2a1c0b9e8d",
                     *               "external_key": "dinghy",
                     *               "name": "Dinghy",
                     *               "errors": [
                     *                 {
                     *                   "pointer": "/data/berths",
                     *                   "code": "schema_mismatch",
                     *                   "detail": "must be >= 1"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "agents": [],
                     *       "error": null,
                     *       "changes": [
                     *         {
                     *           "pointer": "/properties/berths/minimum",
                     *           "kind": "added",
                     *           "after": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        account: string;
                        compatible: boolean;
                        lists: {
                            list: string;
                            schema_version: number;
                            overlay_version: number | null;
                            entries: number;
                            checked: number;
                            unfit: number;
                            examples: {
                                entry_id: string;
                                external_key: string;
                                name: string;
                                errors: {
                                    pointer: string;
                                    code: string;
                                    detail: string;
                                }[];
                            }[];
                        }[];
                        agents: {
                            agent: string;
                            prompt: {
                                before: string;
                                after: string;
                            } | null;
                            tools: {
                                name: string;
                                before: {
                                    description: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                } | null;
                                after: {
                                    description: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                } | null;
                            }[];
                        }[];
                        error: string | null;
                        changes: {
                            pointer: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before?: unknown;
                            after?: unknown;
                        }[];
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
            /** @description schema_invalid, idempotency_mismatch */
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
    SchemaOverlaysController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
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
                     *       "entry_type": "boat",
                     *       "version": 1,
                     *       "overlay": {
                     *         "properties": {
                     *           "berths": {
                     *             "maximum": 12
                     *           },
                     *           "insured": {
                     *             "type": "boolean",
                     *             "title": "Insured"
                     *           }
                     *         },
                     *         "required": [],
                     *         "x-salient": {}
                     *       },
                     *       "created_by": "admin:0195…",
                     *       "created_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        overlay: {
                            [key: string]: unknown;
                        } | null;
                        created_by: string;
                        /** Format: date-time */
                        created_at: string;
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
            /** @description account_not_found, not_found */
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
    SchemaOverlaysController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description precondition_failed */
            412: {
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
    SchemaOverlaysController_page: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                account: string;
                entry_type: string;
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
                     *           "entry_type": "boat",
                     *           "version": 1,
                     *           "overlay": {
                     *             "properties": {
                     *               "berths": {
                     *                 "maximum": 12
                     *               },
                     *               "insured": {
                     *                 "type": "boolean",
                     *                 "title": "Insured"
                     *               }
                     *             },
                     *             "required": [],
                     *             "x-salient": {}
                     *           },
                     *           "created_by": "admin:0195…",
                     *           "created_at": "2026-03-02T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "has_more": false,
                     *       "next_cursor": null
                     *     }
                     */
                    "application/json": {
                        data: {
                            entry_type: string;
                            version: number;
                            overlay: {
                                [key: string]: unknown;
                            } | null;
                            created_by: string;
                            /** Format: date-time */
                            created_at: string;
                        }[];
                        has_more: boolean;
                        next_cursor: string | null;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
    SchemaOverlaysController_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlay": {
                 *         "properties": {
                 *           "berths": {
                 *             "maximum": 12
                 *           },
                 *           "insured": {
                 *             "type": "boolean",
                 *             "title": "Insured"
                 *           }
                 *         },
                 *         "required": [],
                 *         "x-salient": {}
                 *       }
                 *     }
                 */
                "application/json": {
                    overlay?: {
                        [key: string]: unknown;
                    };
                    document?: string;
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
                     *       "entry_type": "boat",
                     *       "version": 1,
                     *       "overlay": {
                     *         "properties": {
                     *           "berths": {
                     *             "maximum": 12
                     *           },
                     *           "insured": {
                     *             "type": "boolean",
                     *             "title": "Insured"
                     *           }
                     *         },
                     *         "required": [],
                     *         "x-salient": {}
                     *       },
                     *       "created_by": "admin:0195…",
                     *       "created_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        overlay: {
                            [key: string]: unknown;
                        } | null;
                        created_by: string;
                        /** Format: date-time */
                        created_at: string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
            /** @description precondition_failed */
            412: {
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
            /** @description schema_invalid, idempotency_mismatch */
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
    SchemaOverlaysController_version: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
                entry_type: string;
                version: string;
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
                     *       "entry_type": "boat",
                     *       "version": 1,
                     *       "overlay": {
                     *         "properties": {
                     *           "berths": {
                     *             "maximum": 12
                     *           },
                     *           "insured": {
                     *             "type": "boolean",
                     *             "title": "Insured"
                     *           }
                     *         },
                     *         "required": [],
                     *         "x-salient": {}
                     *       },
                     *       "created_by": "admin:0195…",
                     *       "created_at": "2026-03-02T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        entry_type: string;
                        version: number;
                        overlay: {
                            [key: string]: unknown;
                        } | null;
                        created_by: string;
                        /** Format: date-time */
                        created_at: string;
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
            /** @description account_not_found, not_found */
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
    SchemaOverlaysController_export: {
        parameters: {
            query?: {
                format?: "json" | "yaml";
            };
            header?: never;
            path: {
                account: string;
                entry_type: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A document as YAML or JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example properties:
                     *       berths:
                     *         maximum: 12
                     *     …
                     */
                    "application/yaml": string;
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
            /** @description forbidden, scope_missing, account_mismatch */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description account_not_found, not_found */
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
}
