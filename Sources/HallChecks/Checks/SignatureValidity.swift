import HallModel
import HallSyntax

/// A signature that is not valid, or that an amendment has superseded.
package enum SignatureValidity: Check {
  package static let id = "signature"
  package static let about = Phrase(
    zh: "签名核对不上：签名或它上面的文字被改过，钥匙不是这一方的、已过期或作别的用途，或者历史里没有所签的那一版。"
      + "签过以后正文又有修正、这一方没有再签的，是提醒。",
    en: "A signature does not verify: it or the words above it were changed, the key is not that"
      + " party's, has expired or is for other things, or the history has no such revision. One"
      + " that an amendment has superseded, and that its party has not renewed, is a warning.")

  package static func check(hall: Hall, _ context: CheckContext, _ report: inout Report) {
    var isUncheckedSaid = false
    for finding in context.signatures {
      let reason = finding.verdict.reason
      if finding.verdict == .malformed {
        report.error(
          finding.file, finding.range, zh: "这个文件不是一份签名：\(reason.zh)",
          en: "this file is not a signature: \(reason.en)", hint: finding.remedy)
      } else if finding.verdict.isBad {
        let party = finding.person.map { "\(finding.party)/\($0)" } ?? finding.party
        report.error(
          finding.file, finding.range,
          zh: "「\(party)」对 \(finding.name) 第 \(finding.revision) 版的签名不算数：\(reason.zh)",
          en: "the signature of '\(party)' on revision \(finding.revision) of \(finding.name) does"
            + " not hold: \(reason.en)",
          hint: finding.remedy)
      } else if finding.verdict == .unchecked, !isUncheckedSaid {
        isUncheckedSaid = true
        report.warning(
          finding.file, finding.range, zh: "签名没有核对：\(reason.zh)",
          en: "signatures are not checked: \(reason.en)", hint: finding.remedy)
      }
      if finding.isLeftBehind, !finding.isRenewed, let standing = finding.standingPhrase {
        report.warning(
          finding.file, finding.range,
          zh: "「\(finding.party)」签的是 \(finding.name) 第 \(finding.revision) 版，\(standing.zh)",
          en: "'\(finding.party)' signed revision \(finding.revision) of \(finding.name), and"
            + " \(standing.en)",
          hint: Phrase(
            zh: "请这一方看过现在的正文再签一次：hall 签名 \(finding.name) --代表 … --钥匙 …",
            en:
              "let the party read the present text and sign again: hall sign \(finding.name) --as …"
              + " --key …"))
      }
    }
  }
}

extension SignatureFinding.Verdict {
  /// Why it is not valid; it follows a colon.
  package var reason: Phrase {
    switch self {
    case .valid: Phrase(zh: "有效", en: "valid")
    case .malformed:
      Phrase(zh: "写法不是签名该有的", en: "it is not written as one")
    case .altered:
      Phrase(
        zh: "签名和它上面的文字对不上，有一边被改过",
        en: "it does not match the words above it; one of the two was changed")
    case .otherPurpose(let name):
      Phrase(zh: "它是为「\(name)」签的，不是为议事厅签的", en: "it was made for '\(name)' and not for a hall")
    case .unknownKey(let others):
      others.isEmpty
        ? Phrase(zh: "没有登记这一方有这把钥匙", en: "the party is not known to have this key")
        : Phrase(
          zh: "这把钥匙登记的不是这一方，而是「\(others.joined(separator: "、"))」",
          en: "this key is not the party's, but that of '\(others.joined(separator: ", "))'")
    case .keyForOthers:
      Phrase(zh: "登记的用途里，这把钥匙不能在议事厅签名", en: "the key is not listed for signing in a hall")
    case .expired(let day):
      Phrase(zh: "签的时候钥匙已经过期（\(day)）", en: "the key had expired (\(day)) when it was signed")
    case .notYetValid(let day):
      Phrase(
        zh: "签的时候钥匙还没有生效（\(day)）", en: "the key was not yet valid (\(day)) when it was signed")
    case .otherText:
      Phrase(zh: "历史里那一版是另外的内容", en: "in the history that revision has another text")
    case .otherHistory:
      Phrase(
        zh: "历史里那一版的内容相同，前面的经过却不同",
        en: "the history has that text, but through other revisions")
    case .noRevision(let last):
      last == 0
        ? Phrase(zh: "没有这份文件的历史", en: "the document has no history")
        : Phrase(zh: "历史只有 \(last) 版", en: "the history has only \(last)")
    case .damagedHistory(let revision):
      Phrase(
        zh: "历史第 \(revision) 版被改动过，核对不了",
        en: "revision \(revision) of the history was changed, so the signature cannot be checked")
    case .refused(let words):
      Phrase(zh: "ssh-keygen 不认它：\(words)", en: "ssh-keygen refuses it: \(words)")
    case .unchecked:
      Phrase(zh: "这台电脑上没有能用的 ssh-keygen", en: "no ssh-keygen is installed here")
    }
  }
}

extension SignatureFinding {
  /// What has happened to the signed text since; it follows a comma. Nil if the text is unchanged.
  package var standingPhrase: Phrase? {
    let by = leftBehindBy.map { Phrase(zh: "（第 \($0) 版）", en: " (revision \($0))") }
    let (zh, en) = (by?.zh ?? "", by?.en ?? "")
    switch standing {
    case .stands, nil: return nil
    case .changed: return Phrase(zh: "之后又改过\(zh)", en: "it was changed since\(en)")
    case .approvedOtherwise:
      return Phrase(
        zh: "之后改过\(zh)才确认的", en: "it was changed\(en) before it was approved")
    case .amended: return Phrase(zh: "之后有修正\(zh)", en: "it was amended since\(en)")
    case .joined:
      return Phrase(
        zh: "是合并以前的文字，合并以后内容不同了\(zh)",
        en: "it was made before two histories were joined, and the text is different now\(en)")
    }
  }

  /// What to do about a signature that is not valid.
  package var remedy: Phrase? {
    switch verdict {
    case .valid: nil
    case .malformed, .altered:
      Phrase(
        zh: "请从 git 或备份找回「\(file.path)」，或请这一方再签一次",
        en: "bring '\(file.path)' back from git or a backup, or let the party sign again")
    case .otherPurpose:
      Phrase(
        zh: "请这一方用「hall 签名」再签一次", en: "let the party sign again with 'hall sign'")
    case .unknownKey, .keyForOthers:
      Phrase(
        zh: "确实是这一方的钥匙，就登记在 signatures/allowed_signers：hall 签名 … --登记",
        en: "if it is the party's, enrol it in signatures/allowed_signers: hall sign … --enrol")
    case .expired, .notYetValid:
      Phrase(
        zh: "请用有效的钥匙再签一次；期限写错了，就改 signatures/allowed_signers",
        en:
          "sign again with a valid key; if the dates are wrong, correct signatures/allowed_signers"
      )
    case .otherText, .otherHistory, .noRevision, .damagedHistory:
      Phrase(
        zh: "先用「hall 核验 \(name)」看历史，再从 git 或备份找回",
        en: "see the history with 'hall verify \(name)', and bring it back from git or a backup")
    case .refused:
      Phrase(
        zh: "看看 signatures/allowed_signers 有没有写错", en: "look at signatures/allowed_signers")
    case .unchecked:
      Phrase(zh: "装上 OpenSSH（openssh-client）", en: "install OpenSSH (openssh-client)")
    }
  }
}
