import type { HostOrganizationId } from './organizations.js';

/** A téomaster as the host product knows them. `sub` never changes, whatever happens to name or address. */
export interface HostPerson {
  readonly sub: string;
  readonly organizationId: HostOrganizationId;
  readonly name: string;
  readonly email: string;
  readonly locale: 'fr' | 'en';
}

/** The téomasters of all organizations. The first one is signed in until another is chosen. */
export const hostPeople: readonly [HostPerson, ...HostPerson[]] = [
  {
    sub: 'u-claire-vasseur',
    organizationId: 'org-atelier-des-metiers',
    name: 'Claire Vasseur',
    email: 'claire.vasseur@atelier-des-metiers.example',
    locale: 'fr',
  },
  {
    sub: 'u-mehdi-benali',
    organizationId: 'org-atelier-des-metiers',
    name: 'Mehdi Benali',
    email: 'mehdi.benali@atelier-des-metiers.example',
    locale: 'fr',
  },
  {
    sub: 'u-solene-guegan',
    organizationId: 'org-atelier-des-metiers',
    name: 'Solène Guégan',
    email: 'solene.guegan@atelier-des-metiers.example',
    locale: 'fr',
  },
  {
    sub: 'u-pascal-lemoine',
    organizationId: 'org-atelier-des-metiers',
    name: 'Pascal Lemoine',
    email: 'pascal.lemoine@atelier-des-metiers.example',
    locale: 'fr',
  },
  {
    sub: 'u-yann-le-goff',
    organizationId: 'org-formalia-ouest',
    name: 'Yann Le Goff',
    email: 'yann.legoff@formalia-ouest.example',
    locale: 'fr',
  },
  {
    sub: 'u-aurelie-marchand',
    organizationId: 'org-formalia-ouest',
    name: 'Aurélie Marchand',
    email: 'aurelie.marchand@formalia-ouest.example',
    locale: 'fr',
  },
  {
    sub: 'u-fatou-diarra',
    organizationId: 'org-formalia-ouest',
    name: 'Fatou Diarra',
    email: 'fatou.diarra@formalia-ouest.example',
    locale: 'fr',
  },
  {
    sub: 'u-emily-carter',
    organizationId: 'org-formalia-ouest',
    name: 'Emily Carter',
    email: 'emily.carter@formalia-ouest.example',
    locale: 'en',
  },
  {
    sub: 'u-bruno-fayolle',
    organizationId: 'org-cap-competences-lyon',
    name: 'Bruno Fayolle',
    email: 'bruno.fayolle@cap-competences-lyon.example',
    locale: 'fr',
  },
  {
    sub: 'u-nadia-haddad',
    organizationId: 'org-cap-competences-lyon',
    name: 'Nadia Haddad',
    email: 'nadia.haddad@cap-competences-lyon.example',
    locale: 'fr',
  },
  {
    sub: 'u-lucas-perrin',
    organizationId: 'org-cap-competences-lyon',
    name: 'Lucas Perrin',
    email: 'lucas.perrin@cap-competences-lyon.example',
    locale: 'fr',
  },
  {
    sub: 'u-ines-cordier',
    organizationId: 'org-cap-competences-lyon',
    name: 'Inès Cordier',
    email: 'ines.cordier@cap-competences-lyon.example',
    locale: 'fr',
  },
  {
    sub: 'u-helene-dubreuil',
    organizationId: 'org-passerelle-numerique',
    name: 'Hélène Dubreuil',
    email: 'helene.dubreuil@passerelle-numerique.example',
    locale: 'fr',
  },
  {
    sub: 'u-karim-slimani',
    organizationId: 'org-passerelle-numerique',
    name: 'Karim Slimani',
    email: 'karim.slimani@passerelle-numerique.example',
    locale: 'fr',
  },
];

/** The person of a subject, or `undefined` when this téo has none. */
export function hostPerson(sub: string): HostPerson | undefined {
  return hostPeople.find((person) => person.sub === sub);
}
