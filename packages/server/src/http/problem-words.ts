import type { ProblemCode } from '@teo-support/core/contract';
import type { Locale } from '@teo-support/core/messages';

interface Words {
  readonly title: string;
  readonly detail: string;
}

/** What each kind of problem is called and what to do about it. */
export const problemWords: Readonly<Record<Locale, Readonly<Record<ProblemCode, Words>>>> = {
  fr: {
    'invalid-request': {
      title: 'Requête invalide',
      detail: 'La requête n’a pas la forme attendue : voyez le détail par champ.',
    },
    'idempotency-key-missing': {
      title: 'Clé d’idempotence absente',
      detail:
        'Ajoutez un en-tête Idempotency-Key : un UUID neuf par intention, répété à chaque nouvel essai.',
    },
    'idempotency-key-invalid': {
      title: 'Clé d’idempotence invalide',
      detail: 'La clé d’idempotence a de 8 à 128 caractères ASCII visibles, comme un UUID : corrigez-la.',
    },
    'not-signed-in': {
      title: 'Connexion nécessaire',
      detail: 'Votre session n’est pas ouverte ou a expiré : connectez-vous à nouveau.',
    },
    'wrong-credentials': {
      title: 'Identifiants refusés',
      detail: 'L’adresse ou le mot de passe ne correspond pas. Vérifiez-les et réessayez.',
    },
    'not-allowed': { title: 'Action non permise', detail: 'Votre compte ne permet pas cette action.' },
    'cross-site': {
      title: 'Requête d’un autre site',
      detail: 'Cette action doit être demandée depuis l’application elle-même.',
    },
    'not-found': {
      title: 'Introuvable',
      detail: 'Rien ne se trouve à cette adresse, ou rien que vous puissiez voir.',
    },
    'method-not-allowed': {
      title: 'Méthode non permise',
      detail: 'Cette adresse existe, mais pas avec cette méthode HTTP.',
    },
    'acting-person-missing': {
      title: 'Personne à nommer',
      detail: 'Une clé d’API écrit au nom d’un téomaster : nommez-le dans l’en-tête On-Behalf-Of.',
    },
    'acting-person-unknown': {
      title: 'Téomaster inconnu',
      detail:
        'L’en-tête On-Behalf-Of ne nomme aucun téomaster de l’organisme de cette clé : vérifiez l’identifiant.',
    },
    'key-scope-missing': {
      title: 'Droit absent de la clé',
      detail:
        'Cette clé d’API ne comprend pas ce groupe d’opérations : faites-en établir une qui le comprend.',
    },
    'last-admin': {
      title: 'Dernier administrateur',
      detail: 'L’équipe doit garder au moins un administrateur actif : nommez-en un autre d’abord.',
    },
    'link-expired': {
      title: 'Lien périmé',
      detail:
        'Ce lien a déjà servi ou date de plus d’une heure : demandez-en un nouveau à un administrateur.',
    },
    'address-expired': {
      title: 'Adresse périmée',
      detail: 'Cette adresse n’ouvre le fichier que quelques minutes : reprenez-le depuis son ticket.',
    },
    'file-held': {
      title: 'Fichier en cours d’analyse',
      detail: 'Ce fichier sera disponible une fois l’analyse antivirus passée : revenez dans un moment.',
    },
    'file-infected': {
      title: 'Fichier infecté',
      detail:
        'L’antivirus a reconnu ce fichier comme dangereux : il n’est remis à personne. Demandez-en une version saine.',
    },
    'identity-unavailable': {
      title: 'Identité invérifiable pour le moment',
      detail: 'Le service qui atteste votre identité ne répond pas. Réessayez dans quelques secondes.',
    },
    'account-closed': {
      title: 'Accès fermé',
      detail: 'L’accès de cette personne est fermé : rouvrez-le d’abord.',
    },
    'openid-failed': {
      title: 'Connexion inaboutie',
      detail:
        'La connexion chez votre fournisseur d’identité n’a pas abouti. Recommencez depuis la page de connexion.',
    },
    'openid-unknown-person': {
      title: 'Compte non rattaché',
      detail:
        'Ce compte n’est rattaché à aucune personne de l’équipe. Demandez à un administrateur de vous ajouter, avec la même adresse.',
    },
    'version-conflict': {
      title: 'Le ticket a changé',
      detail: 'Le ticket a changé depuis que vous l’avez lu : rechargez-le, vérifiez, puis recommencez.',
    },
    'too-large': {
      title: 'Envoi trop volumineux',
      detail: 'La taille dépasse la limite : réduisez l’image ou le texte.',
    },
    'picture-too-large': {
      title: 'Image trop grande',
      detail:
        'L’image dépasse 40 millions de pixels, ou demande trop de calcul : réduisez-la, ou recadrez-la.',
    },
    'picture-unreadable': {
      title: 'Image illisible',
      detail: 'L’image est incomplète ou abîmée : enregistrez-la à nouveau, ou refaites la capture.',
    },
    'unsupported-media-type': {
      title: 'Type de contenu refusé',
      detail: 'Envoyez le corps de la requête en JSON, avec le type application/json.',
    },
    'file-not-accepted': {
      title: 'Fichier d’un autre type',
      detail:
        'Ce fichier n’est, quel que soit son nom, ni une image (PNG, JPEG, WebP, GIF), ni un PDF, ni un document bureautique sans macros (docx, xlsx, pptx, odt, ods, odp), ni du texte, ni un tableau CSV, ni une vidéo (MP4, WebM) : enregistrez-le dans l’un de ces formats.',
    },
    'upload-offset-differs': {
      title: 'Suite d’un envoi au mauvais endroit',
      detail:
        'Cette partie ne fait pas suite à ce qui est arrivé : l’en-tête Upload-Offset de la réponse dit où reprendre.',
    },
    'upload-incomplete': {
      title: 'Envoi incomplet',
      detail: 'Tout n’est pas encore arrivé : l’en-tête Upload-Offset de la réponse dit où reprendre.',
    },
    'upload-altered': {
      title: 'Fichier altéré en route',
      detail: 'Ce qui est arrivé n’est pas ce qui a été annoncé : recommencez l’envoi.',
    },
    'upload-quota': {
      title: 'Trop de fichiers en attente',
      detail:
        'Vous avez envoyé beaucoup de fichiers qu’aucun ticket ne nomme encore : envoyez vos messages, ou retirez-en.',
    },
    'file-unreadable': {
      title: 'Fichier illisible',
      detail:
        'Le fichier est incomplet, abîmé ou protégé par un mot de passe : enregistrez-le à nouveau, sans mot de passe.',
    },
    'file-too-dense': {
      title: 'Fichier trop dense',
      detail:
        'Une fois décompressé, ce fichier serait démesuré : il n’est pas accepté. Enregistrez-le à nouveau depuis votre logiciel, ou envoyez-en une partie.',
    },
    'file-with-macros': {
      title: 'Document avec macros',
      detail:
        'Ce document contient des macros, un programme ou un modèle externe : enregistrez-le sans macros, par exemple en docx ou en PDF.',
    },
    'idempotency-key-reused': {
      title: 'Clé d’idempotence déjà utilisée',
      detail: 'Cette clé a servi pour une autre requête : prenez-en une neuve pour une intention nouvelle.',
    },
    rejected: { title: 'Action refusée', detail: 'Une règle de gestion refuse cette action.' },
    'too-many-attempts': { title: 'Trop d’essais', detail: 'Patientez un moment avant de réessayer.' },
    'too-many-requests': {
      title: 'Trop de requêtes',
      detail: 'Vous avez atteint la limite de requêtes : patientez le temps indiqué, puis reprenez.',
    },
    internal: {
      title: 'Erreur interne',
      detail: 'L’erreur vient de nous. Réessayez, et citez le numéro de requête si elle persiste.',
    },
    'outcome-unknown': {
      title: 'Issue inconnue',
      detail:
        'La base de données s’est tue au moment d’enregistrer : cela est peut-être fait. Répétez la même requête avec la même clé d’idempotence, elle ne sera pas faite deux fois.',
    },
    'busy-try-again': {
      title: 'Momentanément indisponible',
      detail: 'Rien n’a été enregistré. Réessayez dans quelques secondes.',
    },
    'storage-full': {
      title: 'Plus de place pour enregistrer',
      detail:
        'Le serveur n’a plus de place : rien n’a été enregistré, et rien d’ancien n’est perdu. Gardez votre texte et réessayez dans quelques minutes.',
    },
    'files-unavailable': {
      title: 'Fichiers momentanément indisponibles',
      detail:
        'L’endroit où sont gardés les fichiers ne répond pas. Votre texte n’est pas perdu : réessayez dans un instant, ou envoyez-le sans fichier.',
    },
  },
  en: {
    'invalid-request': {
      title: 'Invalid request',
      detail: 'The request does not have the expected shape: see the details by field.',
    },
    'idempotency-key-missing': {
      title: 'Idempotency key missing',
      detail: 'Add an Idempotency-Key header: a fresh UUID for each intention, repeated with each new try.',
    },
    'idempotency-key-invalid': {
      title: 'Idempotency key invalid',
      detail: 'An idempotency key has 8 to 128 visible ASCII characters, such as a UUID: correct it.',
    },
    'not-signed-in': {
      title: 'Sign-in needed',
      detail: 'You are not signed in, or your session has expired: sign in again.',
    },
    'wrong-credentials': {
      title: 'Credentials refused',
      detail: 'The address or the password does not match. Check them and try again.',
    },
    'not-allowed': { title: 'Not allowed', detail: 'Your account does not allow this.' },
    'cross-site': {
      title: 'Request from another site',
      detail: 'This has to be asked for from the application itself.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address, or nothing that you may see.',
    },
    'method-not-allowed': {
      title: 'Method not allowed',
      detail: 'This address exists, but not with this HTTP method.',
    },
    'acting-person-missing': {
      title: 'Person to be named',
      detail: 'An API key writes in the name of a téomaster: name them in the On-Behalf-Of header.',
    },
    'acting-person-unknown': {
      title: 'Unknown téomaster',
      detail: 'The On-Behalf-Of header names no téomaster of this key’s organization: check the id.',
    },
    'key-scope-missing': {
      title: 'Key without this right',
      detail: 'This API key does not include this group of operations: have one made that does.',
    },
    'last-admin': {
      title: 'Last administrator',
      detail: 'The team must keep at least one active administrator: appoint another one first.',
    },
    'link-expired': {
      title: 'Link expired',
      detail: 'This link was used before or is older than an hour: ask an administrator for a new one.',
    },
    'address-expired': {
      title: 'Address expired',
      detail: 'This address opens the file for some minutes only: take it from its ticket again.',
    },
    'file-held': {
      title: 'File being checked',
      detail: 'This file can be had once it was checked for viruses: come back in a moment.',
    },
    'file-infected': {
      title: 'File infected',
      detail: 'The virus scanner has found this file dangerous: nobody is given it. Ask for a clean version.',
    },
    'identity-unavailable': {
      title: 'Identity cannot be checked for the moment',
      detail: 'The service that vouches for you does not answer. Try again in a few seconds.',
    },
    'account-closed': {
      title: 'Access closed',
      detail: 'The access of this person is closed: open it again first.',
    },
    'openid-failed': {
      title: 'Sign-in not completed',
      detail: 'Signing in with your identity provider did not work out. Start again from the sign-in page.',
    },
    'openid-unknown-person': {
      title: 'Account not linked',
      detail:
        'This account is linked to nobody of the team. Ask an administrator to add you, with the same address.',
    },
    'version-conflict': {
      title: 'The ticket has changed',
      detail: 'The ticket has changed since you read it: load it again, check, then repeat.',
    },
    'too-large': {
      title: 'Too large',
      detail: 'The size is over the limit: make the file or the text shorter.',
    },
    'picture-too-large': {
      title: 'Picture too large',
      detail:
        'The picture has more than 40 million pixels, or takes too long to draw: make it smaller, or crop it.',
    },
    'picture-unreadable': {
      title: 'Picture unreadable',
      detail: 'The picture is incomplete or damaged: save it again, or take the screenshot again.',
    },
    'unsupported-media-type': {
      title: 'Content type refused',
      detail: 'Send the body of the request as JSON, with the type application/json.',
    },
    'file-not-accepted': {
      title: 'File of another kind',
      detail:
        'This file is, whatever its name, neither an image (PNG, JPEG, WebP, GIF) nor a PDF, an office document without macros (docx, xlsx, pptx, odt, ods, odp), text, a CSV table or a video (MP4, WebM): save it as one of these.',
    },
    'upload-offset-differs': {
      title: 'Part of an upload at the wrong place',
      detail: 'This part does not follow what has arrived: Upload-Offset in the answer says where to go on.',
    },
    'upload-incomplete': {
      title: 'Upload incomplete',
      detail: 'Not all of it has arrived: Upload-Offset in the answer says where to go on.',
    },
    'upload-altered': {
      title: 'File altered on the way',
      detail: 'What has arrived is not what was announced: begin the upload anew.',
    },
    'upload-quota': {
      title: 'Too many files waiting',
      detail: 'You have uploaded many files that no ticket names yet: send your messages, or remove some.',
    },
    'file-unreadable': {
      title: 'File unreadable',
      detail: 'The file is incomplete, damaged or locked with a password: save it again, without a password.',
    },
    'file-too-dense': {
      title: 'File too dense',
      detail:
        'Unpacked, this file would be out of all proportion: it is not accepted. Save it again from your program, or send a part of it.',
    },
    'file-with-macros': {
      title: 'Document with macros',
      detail:
        'This document has macros, a program or a template from elsewhere in it: save it without macros, for example as docx or as PDF.',
    },
    'idempotency-key-reused': {
      title: 'Idempotency key already used',
      detail: 'This key was used for another request: take a fresh one for a new intention.',
    },
    rejected: { title: 'Refused by a rule', detail: 'A rule of the ticket system refuses this.' },
    'too-many-attempts': { title: 'Too many attempts', detail: 'Wait a moment before you try again.' },
    'too-many-requests': {
      title: 'Too many requests',
      detail: 'You have reached the limit of requests: wait for the time told, then go on.',
    },
    internal: {
      title: 'Internal error',
      detail: 'The fault is ours. Try again, and quote the request number if it persists.',
    },
    'outcome-unknown': {
      title: 'Outcome unknown',
      detail:
        'The database fell silent while this was being recorded: it may be done. Repeat the same request with the same idempotency key, and it will not be done twice.',
    },
    'busy-try-again': {
      title: 'Unavailable for the moment',
      detail: 'Nothing was recorded. Try again in a few seconds.',
    },
    'storage-full': {
      title: 'No room left to record anything',
      detail:
        'The server has no room left: nothing was recorded, and nothing earlier is lost. Keep your text and try again in a few minutes.',
    },
    'files-unavailable': {
      title: 'Files unavailable for the moment',
      detail:
        'The place where files are kept does not answer. Your text is not lost: try again in a moment, or send it without a file.',
    },
  },
};
