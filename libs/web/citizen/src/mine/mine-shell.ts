import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { useTexts } from '@mocua/web/kernel';
import { UnreadMessages } from './unread-messages';

/** The way between the pages of what a person has. On a narrow screen it is folded, so that the page itself comes first. */
@Component({
  selector: 'mocua-mine-shell',
  imports: [NgTemplateOutlet, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './mine-shell.html',
})
export class MineShell {
  protected readonly t = useTexts();
  protected readonly unread = inject(UnreadMessages);
  protected readonly isOpen = signal(false);
  protected readonly pages = [
    { path: '/ho-so', label: 'mine.title.dossiers' },
    { path: '/tin-nhan', label: 'mine.title.messages' },
    { path: '/ket-qua', label: 'mine.title.results' },
    { path: '/kho', label: 'mine.title.store' },
    { path: '/lam-thay', label: 'mine.title.acting' },
    { path: '/du-lieu-ca-nhan', label: 'mine.title.privacy' },
    { path: '/cai-dat', label: 'mine.title.settings' },
    { path: '/tai-khoan', label: 'mine.title.account' },
  ];

  constructor() {
    void this.unread.load();
  }

  protected toggle(): void {
    this.isOpen.update((open) => !open);
  }
}
