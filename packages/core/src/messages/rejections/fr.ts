import type { RejectionMessages } from './rejection-messages.js';

/** Pourquoi une action est refusée, en français. */
export const frRejections: RejectionMessages = {
  fields_invalid: 'Certains champs sont à revoir. Rien n’est perdu : corrigez-les et envoyez à nouveau.',
  staff_only: 'Cette action est réservée à l’équipe téo.',
  teomaster_only: 'Cette action revient à un téomaster.',
  not_your_organization: 'Ce ticket appartient à un autre organisme.',
  wrong_status: 'Cette action n’est pas possible tant que le ticket est « {status} ».',
  ticket_exists: 'Ce ticket est déjà enregistré.',
  ticket_missing: 'Ce ticket n’existe pas.',
  type_not_tested: 'Le test de reproduction ne concerne que les dysfonctionnements.',
  verdict_not_confirmed:
    'Le transfert au service technique demande un test de reproduction conclu par « Bug avéré ».',
  already_transferred: 'Ce ticket a déjà été transmis au service technique.',
  transfer_needed:
    'Un dysfonctionnement passe au service technique par un transfert, une fois le bug avéré par un test.',
  same_priority: 'Ce ticket a déjà cette priorité.',
  assignee_not_in_service:
    'Cette personne ne fait pas partie du service choisi : choisissez l’un ou l’autre à nouveau.',
  same_type: 'Ce ticket est déjà de ce type.',
  type_not_offered: 'Ce type de ticket n’est pas ouvert à cet organisme.',
  type_not_rolled_back: 'Seule une erreur de manipulation se répond par un retour en arrière.',
  roll_back_missing:
    'Avant de résoudre, guidez le retour en arrière pas à pas, ou dites pourquoi il n’est pas possible.',
  no_such_step: 'Cette étape n’existe pas (ou plus) : relisez le retour en arrière proposé.',
  step_out_of_order: 'Les étapes se cochent dans l’ordre, et se décochent dans l’ordre inverse.',
  own_service: 'Ce service a déjà le ticket : demandez son avis à un autre.',
  already_consulted: 'Ce service a déjà été consulté et n’a pas encore répondu.',
  no_open_consultation: 'Aucun avis n’est attendu ici : il a déjà été donné, ou n’a pas été demandé.',
  not_in_service: 'L’avis revient à une personne du service consulté.',
  system_only: 'Cela arrive avec le temps, sans que personne ne le demande.',
  not_due: 'Le moment n’est pas encore venu.',
  reopen_window_over: 'Le délai de réouverture est passé : créez un nouveau ticket en citant celui-ci.',
  ticket_merged: 'Ce ticket a été fusionné avec un autre, où il se poursuit.',
  ticket_carried: 'Ce ticket est déjà rattaché à un dysfonctionnement avéré, ou en porte lui-même d’autres.',
  same_ticket: 'Ce sont les deux bouts du même ticket : choisissez-en un autre.',
  other_organization:
    'Des tickets de deux organismes ne se fusionnent pas : rattachez-les plutôt à un dysfonctionnement avéré.',
  has_duplicates: 'D’autres tickets dépendent de celui-ci : détachez-les d’abord.',
  other_unavailable:
    'L’autre ticket est terminé, fusionné ou rattaché : choisissez celui où le travail continue.',
  not_merged: 'Ce ticket n’est pas fusionné avec celui-là.',
  carrier_not_confirmed: 'Seul un dysfonctionnement dont le bug est avéré peut porter d’autres tickets.',
  not_carried: 'Ce ticket n’est pas rattaché à ce dysfonctionnement.',
  already_linked: 'Ces deux tickets sont déjà liés.',
  not_linked: 'Ces deux tickets ne sont pas liés.',
  not_in_charge:
    'Ce registre est tenu par un autre service : adressez-vous à lui, ou à une personne qui administre l’équipe.',
  training_withdrawn: 'Cette formation a été retirée : enregistrez-la à nouveau pour la proposer.',
  trial_ended: 'Ce test est terminé : ouvrez-le à nouveau avant d’y inscrire un organisme.',
  article_missing: 'Cet article n’existe pas.',
  no_draft: 'Rien n’est en cours de rédaction : modifiez d’abord l’article.',
  mask_unsettled:
    'Une marque reste à trancher : laissez-la masquée, remplacez-la, ou gardez le texte s’il ne dit rien de personne.',
  maskable_found:
    'Le texte contient quelque chose qui peut désigner quelqu’un : remplacez-le, ou dites qu’il ne désigne personne.',
  ticket_not_resolved: 'Seul un ticket résolu mène à un article : résolvez-le d’abord.',
  not_submitted: 'Cet article est encore en cours d’écriture : il se relit une fois envoyé en relecture.',
  review_by_another: 'Vous avez écrit dans cet article : une autre personne doit le relire.',
  comment_missing: 'Dites ce qui est à revoir : la personne qui a écrit l’article le lira.',
  review_missing: 'Avant de publier, faites relire et approuver cette version par une autre personne.',
  article_not_published: 'Cet article n’est pas publié.',
  request_exists: 'Cette demande est déjà enregistrée.',
  request_missing: 'Cette demande n’existe pas.',
  request_merged:
    'Cette demande se poursuit dans une autre, qui demande la même chose : rejoignez-la là-bas.',
  request_hidden: 'Cette demande est masquée.',
  request_has_merged: 'D’autres demandes se poursuivent dans celle-ci : détachez-les d’abord.',
  request_not_merged: 'Cette demande ne se poursuit pas dans une autre.',
  same_request: 'C’est la même demande : choisissez-en une autre.',
  other_request_unavailable:
    'L’autre demande est masquée ou se poursuit ailleurs : choisissez celle où elle continue.',
  no_such_comment: 'Ce commentaire n’existe pas sous cette demande.',
  voting_over: 'Cette demande est déjà mise en œuvre : dites plutôt si elle répond à votre besoin.',
  not_implemented: 'Cette demande n’est pas mise en œuvre.',
  not_concerned:
    'Cette question s’adresse à l’auteur de la demande et à ceux qui l’ont soutenue ou la suivent.',
  rationale_without_substance:
    'Motivez ce choix en une phrase au moins : l’auteur et ceux qui suivent la demande la liront.',
  same_decision_again: 'Cette décision est déjà celle qui vaut, avec la même motivation.',
  request_not_decidable:
    'Une demande masquée ou poursuivie dans une autre ne se décide pas : retirez-la de l’analyse.',
  review_published: 'L’analyse de ce mois est publiée : elle ne change plus. Préparez la suivante.',
  review_not_yet: 'Le mois de cette analyse n’a pas commencé : publiez-la le moment venu.',
  nothing_drafted: 'Cette analyse ne contient aucune décision : préparez-en une avant de publier.',
};
