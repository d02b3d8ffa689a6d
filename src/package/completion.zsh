#compdef silverpoint
# Completes silverpoint in zsh with what completes it in bash.
autoload -Uz bashcompinit
bashcompinit
source /usr/share/bash-completion/completions/silverpoint
_bash_complete -o default -F _complete_silverpoint
