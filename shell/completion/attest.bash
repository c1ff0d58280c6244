# bash completion for attest
_attest() {
  local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "build extract load remove query shell export import same different why stats verify --help --version" -- "$word"))
    return
  fi
  case "$previous" in
    -f|--format)
      case "$command" in
        query) COMPREPLY=($(compgen -W "table json jsonl csv" -- "$word")) ;;
        stats) COMPREPLY=($(compgen -W "table json" -- "$word")) ;;
        export) COMPREPLY=($(compgen -W "$(attest export --formats 2>/dev/null)" -- "$word")) ;;
        import) COMPREPLY=($(compgen -W "graphml gexf json csv" -- "$word")) ;;
        extract) COMPREPLY=($(compgen -W "jsonl" -- "$word")) ;;
      esac
      return ;;
  esac
  if [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$(attest "$command" --help 2>/dev/null | grep -oE -- '--?[a-z][a-z-]*' | sort -u)" -- "$word"))
    return
  fi
  compopt -o filenames
  COMPREPLY=($(compgen -f -- "$word"))
}
complete -F _attest attest
