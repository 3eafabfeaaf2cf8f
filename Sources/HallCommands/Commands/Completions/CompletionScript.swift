/// The scripts of the shells. Each only hands over what is typed and takes the answer: what may be
/// typed is decided in one place, by `Completing`.
///
/// Nothing of an answer is ever run or expanded: it is read line by line into variables.
enum CompletionScript {
  static func of(_ shell: CompletionShell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static let bash = #"""
    # Tab for hall, in bash. Made by: hall completions bash
    _hall() {
      local answer line kind
      COMPREPLY=()
      answer=$(command hall __complete bash "${COLUMNS:-80}" "${COMP_LINE:0:COMP_POINT}" "$2" \
        "$COMP_TYPE" 2>/dev/null </dev/null) || return 0
      while IFS= read -r line; do
        if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
      done <<<"$answer"
      case $kind in
        unfinished) compopt -o nospace 2>/dev/null ;;
        files) compopt -o default -o filenames 2>/dev/null ;;
        folders) compopt -o dirnames -o filenames 2>/dev/null ;;
      esac
      return 0
    }
    complete -o nosort -F _hall hall 2>/dev/null || complete -F _hall hall

    """#

  private static let zsh = #"""
    #compdef hall
    # Tab for hall, in zsh. Made by: hall completions zsh
    _hall() {
      local answer line kind
      local -a found listed blank
      answer=$(command hall __complete zsh "${COLUMNS:-80}" "${(@Q)words[2,CURRENT-1]}" \
        "${(Q)PREFIX}" 2>/dev/null </dev/null) || return 1
      while IFS= read -r line; do
        if [[ -z $kind ]]; then kind=$line; continue; fi
        found+=("${line%%$'\t'*}")
        listed+=("${line#*$'\t'}")
      done <<<"$answer"
      case $kind in
        files) compset -P '--*='; _files; return ;;
        folders) compset -P '--*='; _files -/; return ;;
        unfinished) blank=(-S '') ;;
      esac
      (( $#found )) || return 1
      compadd -U -V hall -l -d listed $blank -a found
    }
    if [[ $funcstack[1] == _hall ]]; then _hall "$@"; else compdef _hall hall; fi

    """#

  private static let fish = #"""
    # Tab for hall, in fish. Made by: hall completions fish
    function __hall_complete
        set -l before (commandline -opc)
        set -e before[1]
        set -l word (commandline -ct)
        set -l answer (command hall __complete fish "$COLUMNS" $before "$word" 2>/dev/null </dev/null)
        or return
        switch "$answer[1]"
            case files
                __fish_complete_path "$word"
            case folders
                __fish_complete_directories "$word"
            case '*'
                set -e answer[1]
                string join -- \n $answer
        end
    end
    complete -c hall -e
    complete -c hall -f -k -a '(__hall_complete)'

    """#
}
